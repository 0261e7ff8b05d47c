/** Chat extras: the files and the sound that go along with a chat message. */

import "./chat_extras.css";

import {
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
} from "react";

import type { ChatInput } from "../../core/wire.gen";
import { clockOf } from "../../lib/wav";
import { useKept } from "../kept";
import type { Named } from "./dropped";
import { FileChips } from "./file_chips";
import { LostFiles } from "./lost_files";
import { FileField, usePicker } from "./picker";
import type { Uploaded } from "./upload";
import { uploadsOf } from "./uploads";
import { useUploads } from "./use_uploads";
import { useRecording } from "./use_recording";
import { Waveform } from "./waveform";
import { useSession } from "../hooks";

/** What the field asks of them. */
export interface Extras {
  /** Return what is to be sent, and begin anew. */
  take(sound?: Uploaded): readonly [files: readonly Uploaded[], audio: readonly Uploaded[]];
}

/** What the field is to know of them. */
export interface ExtrasState {
  /** Whether there is something to send beside the text. */
  hasAny: boolean;
  /** Whether something is on its way, or is still recorded. */
  isBusy: boolean;
}

export interface ChatExtrasProps {
  id: string;
  props: ChatInput;
  disabled: boolean;
  /** The box around all: what is dropped or pasted there is meant. */
  box: RefObject<HTMLElement | null>;
  extras: RefObject<Extras | null>;
  onState(state: ExtrasState): void;
  /** Send all of it, as a recording that is finished asks for; false if that cannot be now. */
  send(sound: Uploaded): boolean;
}

const NONE: Uploaded[] = [];

/** Draw the chips of what is attached, and the buttons that attach more. */
export default function ChatExtras(given: ChatExtrasProps) {
  const { id, props, disabled, box, extras, onState, send } = given;
  const { accept_file, accept_audio, types, limit, permit, sample_rate } = props;
  const multiple = accept_file === "multiple" || accept_file === "directory";
  const directory = accept_file === "directory";
  // They are there again after a refresh, as the half typed text is.
  const [attached, attach] = useKept<Uploaded[]>(`${id} attached`, NONE);
  const { uploads, items, lost, forgetLost } = useUploads(
    { id },
    { types, limit, permit, multiple },
    (files) => attach(multiple ? [...attached, ...files] : files.slice(-1)),
  );
  const recording = useRecording();
  const [sound, keepSound] = useKept<Uploaded[]>(`${id} sound`, NONE);
  const voice = useVoice(id, limit, permit, (file) => {
    // Else it goes with the next message.
    if (!send(file)) keepSound([file]);
  });
  const hasAny = attached.length > 0 || sound.length > 0;
  const isBusy = recording.isOn || voice.isUnderWay || items.some((each) => each.isUnderWay);

  useEffect(() => onState({ hasAny, isBusy }), [onState, hasAny, isBusy]);
  useImperativeHandle(extras, () => ({
    take(fresh) {
      attach(null);
      keepSound(null);
      uploads.clear();
      return [attached, fresh ? [fresh] : sound];
    },
  }));

  function add(files: readonly Named[]) {
    if (files.length === 0) return;
    forgetLost();
    if (!multiple) attach(null);
    const names = new Map(files);
    uploads.add(
      files.map(([file]) => file),
      (file) => (directory ? (names.get(file) ?? file.name) : file.name),
    );
  }

  const picking = { types, multiple, directory, disabled, add };
  const { input, open, isOver, handlers } = usePicker(picking);
  useHandlers(box, accept_file !== "none", handlers);
  useEffect(() => {
    box.current?.toggleAttribute("data-over", isOver);
  }, [box, isOver]);

  async function finish() {
    const file = await recording.finish(sample_rate);
    if (file) voice.add(file);
  }

  const shown = [...items, ...voice.items];
  return (
    <>
      {(hasAny || shown.length > 0) && (
        <div className="st-chat-files">
          <FileChips
            files={[...attached, ...sound]}
            uploads={shown}
            disabled={disabled}
            remove={([gone]) => {
              attach(attached.filter(([each]) => each !== gone));
              keepSound(sound.filter(([each]) => each !== gone));
            }}
            cancel={(upload) =>
              items.includes(upload) ? uploads.remove(upload) : voice.remove(upload)
            }
          />
        </div>
      )}
      {lost.length > 0 && (
        <div className="st-chat-files">
          <LostFiles names={lost} forget={forgetLost} />
        </div>
      )}
      {recording.problem && (
        <div className="st-chat-files st-chat-problem" role="alert">
          {recording.problem}
        </div>
      )}
      {accept_file !== "none" && (
        <span className="st-chat-attach" data-testid="stChatInputFileUploadButton">
          <FileField {...picking} input={input} label="Files for the message" />
          <Plain
            label={directory ? "Upload a folder" : "Upload files"}
            disabled={disabled}
            onClick={open}
          >
            <path d="M12 5v14M5 12h14" />
          </Plain>
        </span>
      )}
      {recording.isOn && (
        <div className="st-chat-recording">
          <span data-testid="stChatInputWaveform" className="st-chat-wave">
            <Waveform levels={recording.levels} />
          </span>
          <span className="st-chat-time">{clockOf(recording.seconds)}</span>
          <Plain
            label="Cancel recording"
            testId="stChatInputCancelButton"
            onClick={() => recording.cancel()}
          >
            <path d="M7 7l10 10M17 7 7 17" />
          </Plain>
          <Plain
            label="Submit recording"
            testId="stChatInputApproveButton"
            onClick={() => void finish()}
          >
            <path d="M5 12.5 10 17.5 19 7" />
          </Plain>
        </div>
      )}
      {accept_audio && !recording.isOn && (
        <Plain
          label="Start recording"
          testId="stChatInputMicButton"
          disabled={disabled || recording.isStarting || voice.isUnderWay}
          onClick={() => void recording.start()}
        >
          <path d="M12 3.5a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3zM6 11.5a6 6 0 0 0 12 0M12 17.5v3" />
        </Plain>
      )}
    </>
  );
}

/** Send what was recorded: when it is whole, the message goes with it. */
function useVoice(id: string, limit: number, permit: string, send: (sound: Uploaded) => void) {
  const session = useSession();
  const place = { id: `${id} voice` };
  const { uploads, items } = useUploads(
    place,
    { types: [], limit, permit, multiple: false },
    ([sound]) => sound && send(sound),
    () => session.tree.get(id) !== undefined,
  );
  return {
    items,
    isUnderWay: items.some((each) => each.isUnderWay),
    add: (file: File) => uploadsOf(session, place.id).add([file]),
    remove: uploads.remove.bind(uploads),
  };
}

type Handlers = ReturnType<typeof usePicker>["handlers"];

/** Have the box around hear of what is dropped and pasted. */
function useHandlers(box: RefObject<HTMLElement | null>, isOn: boolean, handlers: Handlers): void {
  const hear = useEffectEvent((event: Event) => {
    const heard = event as never;
    if (event.type === "dragenter") handlers.onDragEnter(heard);
    else if (event.type === "dragover") handlers.onDragOver(heard);
    else if (event.type === "dragleave") handlers.onDragLeave(heard);
    else if (event.type === "drop") handlers.onDrop(heard);
    else handlers.onPaste(heard);
  });
  useEffect(() => {
    const place = box.current;
    if (!place || !isOn) return;
    const listener = (event: Event) => hear(event);
    const names = ["dragenter", "dragover", "dragleave", "drop", "paste"];
    for (const name of names) place.addEventListener(name, listener);
    return () => {
      for (const name of names) place.removeEventListener(name, listener);
    };
  }, [box, isOn]);
}

interface PlainProps {
  label: string;
  testId?: string;
  disabled?: boolean;
  onClick(): void;
  children: ReactNode;
}

function Plain({ label, testId, disabled, onClick, children }: PlainProps) {
  return (
    <button
      type="button"
      className="st-chat-button st-chat-plain"
      data-testid={testId}
      aria-label={label}
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
