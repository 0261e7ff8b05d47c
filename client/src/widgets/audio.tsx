/** Audio: sound, with a player. */

import "./audio.css";

import type { Audio as Props } from "../core/wire.gen";
import { define } from "../view/define";
import { Unplayable } from "../view/parts/unplayable";
import { usePlayer } from "../view/player";

export default define<Props>(({ id, props }) => <Player key={props.src} id={id} {...props} />);

function Player({ id, alt, ...props }: Props & { id: string }) {
  const { given, isBroken } = usePlayer<HTMLAudioElement>(id, props);
  return (
    <>
      <audio {...given} className="stAudio" data-testid="stAudio" aria-label={alt || "Sound"} />
      {isBroken && <Unplayable what="The sound" src={props.src} />}
    </>
  );
}
