/** Chat input: a field for the messages of a conversation. */

import "../view/parts/bare_field.css";
import "./chat_input.css";

import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";

import type { ChatInput } from "../core/wire.gen";
import { define } from "../view/define";
import { useText } from "../view/draft";
import { isComposing, isEnter } from "../view/enter";
import { follow, type Following } from "../view/follow";
import { useGrowing } from "../view/growing";
import { useLasting, useSession } from "../view/hooks";
import { lazily } from "../view/lazily";
import type { ChatExtrasProps, Extras, ExtrasState } from "../view/uploads/chat_extras";
import type { Uploaded } from "../view/uploads/upload";

/** Most runs are over before an eye could see that another message has to wait. */
const PATIENCE = 150;

const ChatExtras = lazily<ChatExtrasProps>(() =>
  import("../view/uploads/chat_extras").then((module) => module.default),
);

export default define<ChatInput>((view) => {
  const { props, press } = view;
  const { label, disabled, max_chars, submit_mode, height } = props;
  const box = useRef<HTMLDivElement>(null);
  const page = useRef<Following>(null);
  useEffect(() => {
    // At the bottom of the page, it has the page follow what is added.
    const main = box.current?.closest(".stBottom")?.closest("main");
    if (!main) return;
    const following = (page.current = follow(main));
    return () => following.stop();
  }, []);
  const session = useSession();
  const isHeldUp = useLasting(session.busy, Boolean, PATIENCE) && submit_mode !== "submit";
  const [draft, setDraft] = useText(view);
  const text = draft ?? "";
  const isTooLong = max_chars !== null && text.length > max_chars;
  const area = useGrowing(height === "content", text);
  const takesMore = props.accept_file !== "none" || props.accept_audio;
  const extras = useRef<Extras>(null);
  const [{ hasAny, isBusy }, setExtras] = useState<ExtrasState>({ hasAny: false, isBusy: false });
  const onState = useCallback((state: ExtrasState) => setExtras(state), []);
  const isAllowed = !isTooLong && !disabled && !isHeldUp;
  const isSendable = (text.trim() !== "" || hasAny) && isAllowed && !isBusy;

  function send(sound?: Uploaded): boolean {
    if (!(sound ? isAllowed : isSendable)) return false;
    if (submit_mode !== "submit" && session.busy.get()) return false;
    setDraft(null);
    press(takesMore ? [text, ...(extras.current?.take(sound) ?? [[], []])] : text);
    page.current?.resume();
    return true;
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    if (isEnter(event)) send();
  }

  return (
    <div
      ref={box}
      className="stChatInput"
      data-testid="stChatInput"
      data-disabled={disabled || isHeldUp || undefined}
      data-invalid={isTooLong || undefined}
      data-height={typeof height === "number" ? "fixed" : height}
    >
      <textarea
        ref={area}
        data-testid="stChatInputTextArea"
        aria-label={label || "Message"}
        aria-invalid={isTooLong || undefined}
        rows={1}
        style={typeof height === "number" ? { height } : undefined}
        value={text}
        placeholder={label}
        maxLength={max_chars ?? undefined}
        disabled={disabled}
        // It keeps the caret, as the script will end.
        readOnly={isHeldUp}
        aria-disabled={isHeldUp || undefined}
        enterKeyHint="send"
        onChange={(event) => setDraft(event.currentTarget.value || null)}
        onKeyDown={onKeyDown}
      />
      {takesMore && (
        <ChatExtras
          id={view.id}
          props={props}
          disabled={disabled || isHeldUp}
          box={box}
          extras={extras}
          onState={onState}
          send={send}
        />
      )}
      {max_chars !== null && text !== "" && (
        <div className="st-chat-count" data-testid="InputInstructions">
          {text.length}/{max_chars}
        </div>
      )}
      {isHeldUp && submit_mode === "stop" ? (
        <ChatButton testId="Stop" label="Stop script" onClick={() => session.stop()}>
          <rect x="7" y="7" width="10" height="10" rx="1.5" />
        </ChatButton>
      ) : (
        <ChatButton
          testId="Submit"
          label="Send message"
          disabled={!isSendable}
          onClick={() => send()}
        >
          <path d="M12 19V5.5M5.5 11.5 12 5l6.5 6.5" />
        </ChatButton>
      )}
    </div>
  );
});

interface ChatButtonProps {
  testId: string;
  label: string;
  disabled?: boolean;
  onClick(): void;
  children: ReactNode;
}

function ChatButton({ testId, label, disabled, onClick, children }: ChatButtonProps) {
  return (
    <button
      type="button"
      className="st-chat-button"
      data-testid={`stChatInput${testId}Button`}
      aria-label={label}
      disabled={disabled}
      // The caret stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        {children}
      </svg>
    </button>
  );
}
