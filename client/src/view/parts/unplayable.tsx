/** Unplayable: what stands below a player that cannot play what it was given. */

import "./unplayable.css";

/** Draw it. */
export function Unplayable({ what, src }: { what: string; src: string }) {
  return (
    <p className="st-unplayable" role="status">
      {what} cannot be played here: it is not there, or in a format that this browser does not know.{" "}
      <a href={src} target="_blank" rel="noreferrer">
        Open it
      </a>
    </p>
  );
}
