/** Lost files: says which were on their way when the page was loaded again. */

import "./lost_files.css";

interface LostFilesProps {
  names: readonly string[];
  forget(): void;
}

/** Draw what says so: the browser does not have their content any more. */
export function LostFiles({ names, forget }: LostFilesProps) {
  return (
    <div className="st-lost-files" role="alert" data-testid="stFileUploaderLost">
      <span>
        {names.length === 1 ? "This file was" : "These files were"} not uploaded completely, as the
        page was loaded again: {names.join(", ")}. Choose {names.length === 1 ? "it" : "them"}{" "}
        again.
      </span>
      <button type="button" onClick={forget} aria-label="Dismiss">
        Dismiss
      </button>
    </div>
  );
}
