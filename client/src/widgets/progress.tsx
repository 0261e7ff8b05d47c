/** Progress: a bar that fills. */

import "./progress.css";

import { useId } from "react";

import type { Progress } from "../core/wire.gen";
import { define } from "../view/define";
import { InlineMarkdown } from "../view/parts/markdown";

export default define<Progress>(({ props: { value, text } }) => {
  const id = useId();
  return (
    <div className="stProgress" data-testid="stProgress">
      {text && (
        <div id={id} className="st-progress-text">
          <InlineMarkdown source={text} />
        </div>
      )}
      <div
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={value}
        aria-valuetext={`${value}%`}
        {...(text ? { "aria-labelledby": id } : { "aria-label": "progress" })}
      >
        <div className="st-progress-track" data-testid="stProgressBarTrack">
          <div className="st-progress-bar" style={{ width: `${value}%` }} />
        </div>
      </div>
    </div>
  );
});
