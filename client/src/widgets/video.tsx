/** Video: a film, with a player. */

import "./video.css";

import type { Video as Props } from "../core/wire.gen";
import { define } from "../view/define";
import { Unplayable } from "../view/parts/unplayable";
import { usePlayer } from "../view/player";

export default define<Props>(({ id, props }) =>
  props.is_frame ? <Frame {...props} /> : <Player key={props.src} id={id} {...props} />,
);

/** Show the page that plays it. The site wants to know which site shows its films. */
function Frame({ src, alt }: Props) {
  return (
    <iframe
      className="stVideo"
      data-testid="stVideo"
      title={alt || "YouTube video"}
      src={src}
      allow="autoplay; encrypted-media; fullscreen; picture-in-picture"
      allowFullScreen
      loading="lazy"
      referrerPolicy="strict-origin-when-cross-origin"
    />
  );
}

function Player({ id, alt, subtitles, labels, muted, sizes, ...props }: Props & { id: string }) {
  const { given, isBroken } = usePlayer<HTMLVideoElement>(id, props);
  const [[across, upright] = [16, 9]] = sizes;
  return (
    <>
      <video
        {...given}
        className="stVideo"
        data-testid="stVideo"
        aria-label={alt || "Video"}
        muted={muted}
        playsInline
        style={{ aspectRatio: `auto ${across} / ${upright}` }}
      >
        {subtitles.map((address, index) => (
          <track
            key={address}
            kind="captions"
            src={address}
            label={labels[index] || "Subtitles"}
            default={index === 0}
            data-testid="stVideoSubtitle"
          />
        ))}
      </video>
      {isBroken && <Unplayable what="The film" src={props.src} />}
    </>
  );
}
