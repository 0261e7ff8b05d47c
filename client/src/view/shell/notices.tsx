/** Calm messages at the foot of the page: the connection, a changed script. */

import { useEffect, type ReactNode } from "react";

import type { Link } from "../../core/connection";
import { useLasting, useSession, useSignal } from "../hooks";
import { rerunOnChange } from "./preferences";
import "./notices.css";

const PATIENCE = 1000;

export function Notices() {
  return (
    <div className="st-shell-notices" role="status">
      <ConnectionNotice />
      <ChangedNotice />
      <TooBigNotice />
    </div>
  );
}

function ConnectionNotice() {
  const session = useSession();
  const link = useSignal(session.link);
  const { reason } = useSignal(session.facts);
  const isLost = useLasting(session.link, saysLost, PATIENCE);
  if (link === "refused") {
    return (
      <Notice action="Reload the page" act={() => location.reload()}>
        The server could not read this page’s last message{reason && `: ${reason}`}
      </Notice>
    );
  }
  if (link === "outdated") {
    return (
      <Notice action="Reload the page" act={() => location.reload()}>
        A new version of this app is here.
      </Notice>
    );
  }
  if (!isLost) return null;
  return (
    <Notice action="Try now" act={() => session.retry()} testid="stConnectionStatus">
      <span className="st-pulse" aria-hidden="true" />
      Connection lost. Reconnecting; what you enter is kept.
    </Notice>
  );
}

function saysLost(link: Link): boolean {
  return link === "lost";
}

function ChangedNotice() {
  const session = useSession();
  const isChanged = useSignal(session.changed);
  const always = useSignal(rerunOnChange.signal) === "always";
  useEffect(() => {
    if (isChanged && always) session.inputs.rerun();
  }, [session, isChanged, always]);
  if (!isChanged || always) return null;
  return (
    <Notice
      action="Rerun"
      act={() => session.inputs.rerun()}
      other="Always rerun"
      actOther={() => rerunOnChange.choose("always")}
      testid="stScriptChanged"
    >
      The script has changed.
    </Notice>
  );
}

function TooBigNotice() {
  const session = useSession();
  if (!useSignal(session.tooBig)) return null;
  return (
    <Notice action="Dismiss" act={() => session.tooBig.set(false)}>
      Your last input was larger than this server accepts, and was not sent.
    </Notice>
  );
}

interface NoticeProps {
  children: ReactNode;
  action: string;
  act(): void;
  other?: string;
  actOther?(): void;
  testid?: string;
}

function Notice({ children, action, act, other, actOther, testid }: NoticeProps) {
  return (
    <div className="st-shell-notice" data-testid={testid}>
      <span>{children}</span>
      <button type="button" className="st-shell-button" onClick={act}>{action}</button>
      {other && (
        <button type="button" className="st-shell-button" onClick={actOther}>{other}</button>
      )}
    </div>
  );
}
