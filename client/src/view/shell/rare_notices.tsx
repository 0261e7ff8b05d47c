/** Messages about the store and the script. */

import { useEffect, useState } from "react";

import type { Saving } from "../../core/wire.gen";
import { useLasting, useSession, useSignal } from "../hooks";
import { Notice, Pulse } from "./notice";
import { rerunOnChange } from "./preferences";

const PATIENCE = 1000;

export default function RareNotices() {
  return (
    <>
      <SavingNotice />
      <BegunAnewNotice />
      <Notifications />
      <ChangedNotice />
      <TooBigNotice />
      <UnkeptNotice />
    </>
  );
}

/** Tells that the store is late or away, and those who listen that it is back. */
function SavingNotice() {
  const { news, link } = useSession();
  const isLate = useLasting(news.saving, saysLate, PATIENCE);
  const isAway = useSignal(news.saving) === "away";
  const isConnected = useSignal(link) === "connected";
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

function saysLate(status: Saving[1]): boolean {
  return status === "late";
}

function BegunAnewNotice() {
  const { begunAnew } = useSession().news;
  const reason = useSignal(begunAnew);
  if (!reason) return null;
  return (
    <Notice action="Dismiss" act={() => begunAnew.set("")} testid="stBegunAnew">
      {reason[0]?.toUpperCase() + reason.slice(1)}.
    </Notice>
  );
}

/** What the server has to say to the person. */
function Notifications() {
  const { news } = useSession();
  return useSignal(news.notifications).map(([, topic, text]) => (
    <Notice
      key={topic}
      action={topic === "waiting" ? undefined : "Dismiss"}
      act={() => news.dismiss(topic)}
      testid="stNotification"
    >
      {topic === "waiting" && <Pulse />}
      {text}
    </Notice>
  ));
}

/** For developers: values that a restart loses. */
function UnkeptNotice() {
  const { news, inspector } = useSession();
  const names = useSignal(news.unkept).map(([, name]) => `“${name}”`);
  if (names.length === 0) return null;
  const [others, verb] = names.length > 1 ? [` and ${names.length - 1} more`, "do"] : ["", "does"];
  const dismiss = () => news.unkept.set([]);
  const details = () => {
    dismiss();
    inspector.open();
  };
  return (
    <Notice action="Details" act={details} other="Dismiss" actOther={dismiss} testid="stUnkept">
      {names[0]}{others} {verb} not survive a restart.
    </Notice>
  );
}

function ChangedNotice() {
  const session = useSession();
  const isChanged = useSignal(session.news.changed);
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
  const { tooBig } = useSession().news;
  if (!useSignal(tooBig)) return null;
  return (
    <Notice action="Dismiss" act={() => tooBig.set(false)}>
      Your last input was larger than this server accepts, and was not sent.
    </Notice>
  );
}
