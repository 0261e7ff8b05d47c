/** Problem: what is wrong with a component, in its place. */

interface ProblemProps {
  name: string;
  words: string;
}

export function Problem({ name, words }: ProblemProps) {
  return (
    <div className="st-broken" role="alert">
      <strong>The component “{name}” does not work: </strong>
      {words}
    </div>
  );
}
