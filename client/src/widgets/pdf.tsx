/** Pdf: a document, in the browser's own viewer. */

import "./pdf.css";

import type { Pdf as Props } from "../core/wire.gen";
import { define } from "../view/define";

export default define<Props>(({ props }) => <Document {...props} />);

/** Show it, and a link for those whose browser cannot, or whose site does not let it. */
function Document({ src, height, alt, name }: Props) {
  const title = alt || name || "PDF document";
  // What is not known is no: browsers that do not say it are old, and show PDF.
  const hasViewer = navigator.pdfViewerEnabled !== false;
  return (
    <div
      className="stPdf"
      data-testid="stPdf"
      data-height={typeof height === "string" ? height : undefined}
      role="group"
      aria-label={title}
    >
      {hasViewer ? (
        <>
          <iframe
            className="st-pdf-frame"
            title={title}
            src={src}
            loading="lazy"
            style={typeof height === "number" ? { flex: "none", height } : undefined}
          />
          <a className="st-pdf-link" href={src} target="_blank" rel="noreferrer">
            Open in a new tab
          </a>
        </>
      ) : (
        <p className="st-pdf-missing">
          <a href={src} target="_blank" rel="noreferrer">
            Open {title}
          </a>
        </p>
      )}
    </div>
  );
}
