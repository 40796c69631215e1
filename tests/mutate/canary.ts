/** Two functions for the mutants that show whether a run can tell anything at all: all of the first must die … */
export const counted = (n: number) => n + 1

/** … and the one of the second must live, since no test asks what it returns. */
export const unasked = (n: number) => n - 1
