/** What every page of the dashboard is held against: a heading and a paragraph. */
export default function Page() {
  return (
    <main>
      <h1>Empty</h1>
      <p>A page of the same framework that does nothing.</p>
    </main>
  )
}
