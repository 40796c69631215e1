/** The package ships no types of its own. */
declare module 'json-logic-js' {
  const jsonLogic: { apply: (logic: unknown, data?: unknown) => unknown }
  export default jsonLogic
}
