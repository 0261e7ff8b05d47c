/** Tells the server whether anybody sees the page, while something on it runs on a clock. */

import { useEffect } from "react";

import { useSession } from "./hooks";

export default function Ticking() {
  const session = useSession();
  useEffect(() => {
    const tell = () => session.tellSeen(!document.hidden);
    const isConnected = () => session.connectionStatus.get() === "connected";
    // Nobody may have told of the page since a clock before this one went while it was hidden.
    if (isConnected()) tell();
    // A new connection begins as seen.
    const greet = () => {
      if (document.hidden && isConnected()) tell();
    };
    document.addEventListener("visibilitychange", tell);
    const leave = session.connectionStatus.subscribe(greet);
    return () => {
      document.removeEventListener("visibilitychange", tell);
      leave();
    };
  }, [session]);
  return null;
}
