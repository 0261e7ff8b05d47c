/** Picture: one file that is one, with room for it before it is there. */

import "./picture.css";

import { useEffect, useState, type CSSProperties, type SyntheticEvent } from "react";

import { safeImage } from "./markdown/links";

/** How long, in ms, until a picture that did not come is asked for once more. */
const AWAY_FOR = 2500;

interface PictureProps {
  source: string;
  /** How wide and high it says it is; null if nobody knows. */
  size: [number, number] | null;
  /** How wide it is to be, in pixels if that is not a word. */
  width: string | number;
  alt: string | null;
  /** Of the text that says what it shows, if nothing else does. */
  captionId?: string;
}

/** How it went with the file of an address. */
interface Tried {
  source: string;
  attempt: number;
  isBroken: boolean;
}

const UNTRIED = { attempt: 0, isBroken: false };

/** Draw it, with room for it before it is there; or say that it cannot come. */
export function Picture({ source, size, width, alt, captionId }: PictureProps) {
  const [tried, setTried] = useState<Tried>({ source, attempt: 0, isBroken: false });
  // Of another picture nothing is known; until it is there, the one before it is seen.
  const { attempt, isBroken } = tried.source === source ? tried : UNTRIED;
  const address = safeImage(source);
  const again = () => setTried({ source, attempt: attempt + 1, isBroken: false });
  useEffect(() => {
    // A file of the app may be away for a moment, with its store.
    if (!isBroken || attempt > 0 || !source.startsWith("_stcore/")) return;
    const timer = setTimeout(again, AWAY_FOR);
    return () => clearTimeout(timer);
  });
  const across = typeof width === "number" ? width : undefined;
  if (isBroken || address === null) {
    const press = (event: SyntheticEvent) => {
      event.preventDefault(); // It may stand in a link.
      again();
    };
    return (
      <div
        className="st-picture-broken"
        data-testid="stImageBroken"
        style={roomFor({ size, width })}
      >
        <span>{alt ? `“${alt}” could not be loaded.` : "The picture could not be loaded."}</span>
        {address !== null && (
          <button type="button" onClick={press}>
            Try again
          </button>
        )}
      </div>
    );
  }
  return (
    <img
      key={attempt}
      className="st-picture"
      src={address}
      alt={alt ?? (captionId ? undefined : "")}
      aria-labelledby={alt === null ? captionId : undefined}
      width={size?.[0]}
      height={size?.[1]}
      style={across === undefined ? undefined : { width: across }}
      loading="lazy"
      decoding="async"
      onError={() => setTried({ source, attempt, isBroken: true })}
    />
  );
}

/** Return a box as large as the picture would be. */
function roomFor({ size, width }: Pick<PictureProps, "size" | "width">): CSSProperties {
  const across = typeof width === "number" ? width : width === "stretch" ? "100%" : size?.[0];
  return { width: across, aspectRatio: size ? `${size[0]} / ${size[1]}` : undefined };
}
