/** Tells the server whether anybody sees the page, while something on it runs on a clock. */

import { useEffect } from "react";

import { useSession } from "./hooks";

export default function Ticking() {
  const session = useSession();
  useEffect(() => {
    const tell = () => session.tellSeen(!document.hidden);
    // A new connection begins as seen.
    const greet = () => {
      if (document.hidden && session.connectionStatus.get() === "connected") tell();
    };
    greet();
    document.addEventListener("visibilitychange", tell);
    const leave = session.connectionStatus.subscribe(greet);
    return () => {
      document.removeEventListener("visibilitychange", tell);
      leave();
    };
  }, [session]);
  return null;
}
