/** Calm messages at the foot of the page; those that most pages never show have a file of their own. */

import { useEffect } from "react";

import type { ConnectionStatus } from "../../core/connection";
import { useLasting, useSession, useSignal } from "../hooks";
import { lazily, missing } from "../lazily";
import { returns } from "../registry";
import { Notice, Pulse } from "./notice";

const PATIENCE = 1000;
/** A server on this machine answers in less, and is within reach without a network. */
const MOMENT = 200;

const RELOAD = { action: "Reload the page", act: () => location.reload() };

const RareNotices = lazily(async () => (await import("./rare_notices")).default);

export function Notices() {
  const { server, connectionStatus } = useSession();
  useEffect(
    () =>
      connectionStatus.subscribe(() => {
        if (connectionStatus.get() === "connected") returns.set(returns.get() + 1);
      }),
    [connectionStatus],
  );
  return (
    <div className="st-shell-notices" role="status" aria-atomic="false">
      <ConnectionNotice />
      <MissingNotice />
      {useSignal(server.isAny) && <RareNotices />}
    </div>
  );
}

/** A new version that was deployed often is why. */
function MissingNotice() {
  if (useSignal(missing) === 0) return null;
  return <Notice {...RELOAD}>A part of this page could not be loaded.</Notice>;
}

function ConnectionNotice() {
  const session = useSession();
  const status = useSignal(session.connectionStatus);
  const reason = useSignal(session.server.reason);
  const isLost = useLasting(session.connectionStatus, saysLost, PATIENCE);
  const isOffline = useLasting(session.isOffline, Boolean, MOMENT);
  const waits = useSignal(session.isUnsaved);
  if (status === "refused") {
    return (
      <Notice {...RELOAD}>
        The server could not read this page’s last message{reason && `: ${reason}`}
      </Notice>
    );
  }
  if (status === "outdated") {
    return <Notice {...RELOAD}>A new version of this app is here.</Notice>;
  }
  if (status === "replaced") {
    return (
      <Notice action="Use it here" act={() => session.reclaim()} testid="stReplaced">
        This page is open in another tab.
      </Notice>
    );
  }
  if (!isLost && !isOffline) return null;
  return (
    <Notice action="Try now" act={() => session.renew()} testid="stConnectionStatus">
      <Pulse />
      {isOffline ? "You are offline; " : "Connection lost. Reconnecting; "}
      {waits ? "what you have done waits, and will be sent." : "what you enter is kept."}
    </Notice>
  );
}

function saysLost(status: ConnectionStatus): boolean {
  return status === "lost";
}
