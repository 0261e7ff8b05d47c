/** Exception: an error with its traceback. */

import "./exception.css";

import type { Failure } from "../core/wire.gen";
import { define } from "../view/define";
import { CopyButton } from "../view/parts/copy";
import { Markdown } from "../view/parts/markdown";
import { Notice } from "../view/parts/notice";
import { Scrollable } from "../view/parts/scrollable";

export default define<Failure>(({ props }) => {
  const { type, message, is_markdown, trace, hint } = props;
  return (
    <div className="stException" data-testid="stException">
      <Notice severity="error">
        <CopyButton className="st-exception-copy" text={() => wholeText(props)} />
        <div className="st-exception-message" data-testid="stExceptionMessage">
          <strong>{type}</strong>
          {message && ": "}
          {is_markdown ? <Markdown source={message} /> : message}
        </div>
        {hint && (
          <p className="st-exception-hint" data-testid="stExceptionHint">
            Hint: {hint}
          </p>
        )}
        {trace.length > 0 && (
          <details open>
            <summary>Traceback</summary>
            <Scrollable className="st-trace" label="Traceback">
              <pre>
                <code>
                  {trace.map((row, index) => (
                    <span key={index} className="st-trace-row" data-testid="stExceptionTraceRow">
                      {row.trim()}
                    </span>
                  ))}
                </code>
              </pre>
            </Scrollable>
          </details>
        )}
      </Notice>
    </div>
  );
});

/** Return the error as Python prints it. */
function wholeText({ type, message, trace }: Failure): string {
  const rows = trace.map((row) => `${row.trimEnd()}\n`);
  const head = rows.length > 0 ? ["Traceback (most recent call last):\n", ...rows] : [];
  return [...head, message ? `${type}: ${message}` : type].join("");
}
