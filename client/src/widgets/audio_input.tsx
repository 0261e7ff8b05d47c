/** Audio input: a sound that a person records. */

import "./audio_input.css";

import { type ReactNode, useEffect, useRef, useState } from "react";

import { clockOf, levelsOf } from "../lib/wav";
import type { AudioInput } from "../core/wire.gen";
import { define } from "../view/define";
import { Label } from "../view/parts/label";
import { plainText } from "../view/parts/markdown";
import { ToolbarButton } from "../view/parts/toolbar_button";
import { saveBlob } from "../view/saving";
import { FileChips } from "../view/uploads/file_chips";
import { LostFiles } from "../view/uploads/lost_files";
import type { Uploaded } from "../view/uploads/upload";
import { useMade } from "../view/uploads/use_made";
import { useRecording } from "../view/uploads/use_recording";
import { Waveform } from "../view/uploads/waveform";

const BARS = 60;

export default define<AudioInput, Uploaded[]>((view) => {
  const { props, setValue } = view;
  const { disabled, sample_rate } = props;
  const { file: sound, content, items, lost, forgetLost, add, clear } = useMade(view);
  const recording = useRecording();
  const name = plainText(props.label);

  async function finish() {
    const file = await recording.finish(sample_rate);
    if (file) add(file);
  }

  async function start() {
    forgetLost();
    clear();
    await recording.start();
  }

  const { isOn } = recording;
  const isIdle = !isOn && items.length === 0;
  return (
    <div className="st-field stAudioInput" data-testid="stAudioInput">
      <Label props={props} />
      <div className="st-audio" data-disabled={disabled || undefined}>
        <Action
          label={isOn ? "Stop recording" : "Record"}
          of={name}
          disabled={disabled || recording.isStarting}
          isOn={isOn}
          onClick={() => void (isOn ? finish() : start())}
        >
          {isOn ? <rect x="7" y="7" width="10" height="10" rx="1.5" /> : <path d={MICROPHONE} />}
        </Action>
        {isOn && <Waveform levels={recording.levels} testId="stAudioInputWaveSurfer" />}
        {items.length > 0 && (
          <FileChips files={[]} uploads={items} disabled={disabled} remove={clear} cancel={clear} />
        )}
        {isIdle && sound && content && (
          <Player
            key={sound[0]}
            {...content}
            file={sound}
            name={name}
            clear={disabled ? null : () => setValue([])}
          />
        )}
        {isIdle && !(sound && content) && (
          <span className="st-audio-hint">
            {recording.isStarting
              ? "Waiting for the microphone …"
              : sound
                ? sound[1]
                : "Nothing is recorded."}
          </span>
        )}
        {(isOn || (isIdle && !sound)) && (
          <span className="st-audio-time" data-testid="stAudioInputWaveformTimeCode">
            {clockOf(recording.seconds)}
          </span>
        )}
      </div>
      {recording.problem && (
        <span className="st-audio-problem" role="alert">
          {recording.problem}
        </span>
      )}
      {lost.length > 0 && <LostFiles names={lost} forget={forgetLost} />}
      <span className="st-hidden" role="status">
        {isOn ? "Recording" : isIdle && sound ? "The recording is uploaded" : ""}
      </span>
    </div>
  );
});

export const MICROPHONE =
  "M12 3.5a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3zM6 11.5a6 6 0 0 0 12 0M12 17.5v3";
const PLAY = "M8 5.5v13l10-6.5z";
const PAUSE = "M8 6v12M16 6v12";
const SAVE = "M12 4v11M7.5 10.5 12 15l4.5-4.5M4.5 19.5h15";
const CLEAR = "M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7";

interface PlayerProps {
  content: Blob;
  address: string;
  file: Uploaded;
  name: string;
  clear: (() => void) | null;
}

/** Draw what plays a recording. */
function Player({ content, address, file, name, clear }: PlayerProps) {
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setIsPlaying] = useState(false);
  const [time, setTime] = useState(0);
  const [length, setLength] = useState(0);
  const levels = useLevels(content);
  const toggle = () => {
    const player = audio.current;
    if (!player) return;
    if (player.paused) void player.play();
    else player.pause();
  };
  return (
    <>
      <audio
        ref={audio}
        src={address}
        onPlay={() => setIsPlaying(true)}
        onPause={() => setIsPlaying(false)}
        onTimeUpdate={(event) => setTime(event.currentTarget.currentTime)}
        onLoadedMetadata={(event) => setLength(event.currentTarget.duration)}
      />
      <Action label={isPlaying ? "Pause" : "Play"} of={name} onClick={toggle}>
        <path d={isPlaying ? PAUSE : PLAY} />
      </Action>
      <Waveform
        levels={levels}
        played={length > 0 ? time / length : 0}
        testId="stAudioInputWaveSurfer"
      />
      <span className="st-audio-time" data-testid="stAudioInputWaveformTimeCode">
        {clockOf(isPlaying ? time : length)}
      </span>
      <ToolbarButton
        label="Download as WAV"
        of={name}
        icon={SAVE}
        onClick={() => saveBlob(content, file[1])}
      />
      {clear && <ToolbarButton label="Clear recording" of={name} icon={CLEAR} onClick={clear} />}
    </>
  );
}

/** Follow how loud a sound is; nothing until that is known. */
function useLevels(content: Blob): readonly number[] {
  const [levels, setLevels] = useState<readonly number[]>([]);
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      const context = new OfflineAudioContext(1, 1, 8000);
      const sound = await context.decodeAudioData(await content.arrayBuffer());
      if (!isOver) setLevels(levelsOf([sound.getChannelData(0)], BARS));
    };
    look().catch(() => {});
    return () => void (isOver = true);
  }, [content]);
  return levels;
}

interface ActionProps {
  label: string;
  of: string;
  disabled?: boolean;
  isOn?: boolean;
  onClick(): void;
  children: ReactNode;
}

function Action({ label, of, disabled, isOn, onClick, children }: ActionProps) {
  return (
    <button
      type="button"
      className="st-audio-button"
      data-testid="stAudioInputActionButton"
      data-on={isOn || undefined}
      aria-label={`${label}: ${of}`}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        {children}
      </svg>
    </button>
  );
}
