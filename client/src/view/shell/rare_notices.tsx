/** Messages about the store and the script. */

import { useEffect, useState } from "react";

import type { StoreStatus } from "../../core/wire.gen";
import { useLasting, useSession, useSignal } from "../hooks";
import { Notice, Pulse } from "./notice";
import { rerunOnChange } from "./preferences";

const PATIENCE = 1000;

export default function RareNotices() {
  return (
    <>
      <StoreNotice />
      <RestartedNotice />
      <Notifications />
      <ChangedNotice />
      <TooBigNotice />
      <NotStoredNotice />
    </>
  );
}

/** Tells that the store is late or away, and those who listen that it is back. */
function StoreNotice() {
  const { server, connectionStatus } = useSession();
  const isLate = useLasting(server.store, saysLate, PATIENCE);
  const isAway = useSignal(server.store) === "away";
  const isConnected = useSignal(connectionStatus) === "connected";
  const [wasShown, setShown] = useState(false);
  const isShown = isConnected && (isLate || isAway);
  if (isShown && !wasShown) setShown(true);
  if (!isConnected) return null;
  if (!isShown) return wasShown && <span className="st-hidden">Everything is saved.</span>;
  return (
    <Notice testid="stSaving">
      <Pulse />
      {isAway
        ? "What you entered before cannot be reached right now. It comes back by itself."
        : "Not saved yet. Saving resumes by itself."}
    </Notice>
  );
}

function saysLate(status: StoreStatus[1]): boolean {
  return status === "late";
}

function RestartedNotice() {
  const { restarted } = useSession().server;
  const reason = useSignal(restarted);
  if (!reason) return null;
  return (
    <Notice action="Dismiss" act={() => restarted.set("")} testid="stBegunAnew">
      {reason[0]?.toUpperCase() + reason.slice(1)}.
    </Notice>
  );
}

/** What the server has to say to the person. */
function Notifications() {
  const { server } = useSession();
  return useSignal(server.notifications).map(([, topic, text]) => (
    <Notice
      key={topic}
      action={topic === "waiting" ? undefined : "Dismiss"}
      act={() => server.dismiss(topic)}
      testid="stNotification"
    >
      {topic === "waiting" && <Pulse />}
      {text}
    </Notice>
  ));
}

/** For developers: values that a restart loses. */
function NotStoredNotice() {
  const { server, inspector } = useSession();
  const names = useSignal(server.notStored).map(([, name]) => `“${name}”`);
  if (names.length === 0) return null;
  const [others, verb] = names.length > 1 ? [` and ${names.length - 1} more`, "do"] : ["", "does"];
  const dismiss = () => server.notStored.set([]);
  const details = () => {
    dismiss();
    inspector.open();
  };
  return (
    <Notice action="Details" act={details} other="Dismiss" actOther={dismiss} testid="stUnkept">
      {names[0]}
      {others} {verb} not survive a restart.
    </Notice>
  );
}

function ChangedNotice() {
  const session = useSession();
  const isChanged = useSignal(session.server.scriptChanged);
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
  const { tooBig } = useSession().server;
  if (!useSignal(tooBig)) return null;
  return (
    <Notice action="Dismiss" act={() => tooBig.set(false)}>
      Your last input was larger than this server accepts, and was not sent.
    </Notice>
  );
}
