/** What the server has said of itself and of the session, for the shell to show. */

import { Signal } from "./signal";
import type {
  Notification,
  NotStored,
  Refused,
  ScriptChanged,
  StoreStatus,
  Themed,
} from "./wire.gen";

interface Facts {
  readonly title: string;
  readonly version: string;
  /** Whether whoever looks at this page may see what is meant for developers. */
  readonly isDeveloper: boolean;
  /** Whether whoever looks at this page is asked what comes of a script that is saved. */
  readonly isAsked: boolean;
  /** The name of the style sheet of the app's theme; "" without one, null while that is not known. */
  readonly theme: string | null;
  /** Size in bytes of the largest message that the server takes. */
  readonly limit: number;
}

export class ServerStatus {
  readonly facts = new Signal<Facts>({
    title: "",
    version: "",
    isDeveloper: false,
    isAsked: false,
    theme: null,
    limit: Infinity,
  });
  /** True if the script has changed on disk since it ran. */
  readonly scriptChanged = new Signal(false);
  /** True once an input was given up because it is too big for the server. */
  readonly tooBig = new Signal(false);
  /** Whether what a person does is saved. */
  readonly store = new Signal<StoreStatus[1]>("ok");
  /** Values that are not stored, until a developer has put the notice away. */
  readonly notStored = new Signal<readonly NotStored[]>([]);
  /** What the person was told and has not put away: the last sentence on each topic. */
  readonly notifications = new Signal<readonly Notification[]>([]);
  /** Why the server closed the door. */
  readonly reason = new Signal("");
  /** Why the page began anew instead of going on with its session; empty if it did not. */
  readonly restarted = new Signal("");
  /** True once one of these has had something to tell: on most pages none ever has. */
  readonly isAny = new Signal(false);

  constructor() {
    const told = [
      this.scriptChanged,
      this.tooBig,
      this.store,
      this.notStored,
      this.notifications,
      this.restarted,
    ];
    for (const signal of told) signal.subscribe(() => this.isAny.set(true));
  }

  /** A run starts: what it waited for, or was to show, is there. */
  runStarted(): void {
    this.scriptChanged.set(false);
    this.dismiss("waiting");
    this.dismiss("failed");
  }

  /** Put what was told on a topic away. */
  dismiss(topic: Notification[1]): void {
    const told = this.notifications.get();
    const others = told.filter((each) => each[1] !== topic);
    if (others.length < told.length) this.notifications.set(others);
  }

  /** Tell the person something on a topic. */
  tell(topic: Notification[1], text: string): void {
    this.dismiss(topic);
    this.notifications.set([...this.notifications.get(), ["notification", topic, text]]);
  }

  take(message: StoreStatus | NotStored | ScriptChanged | Themed | Notification | Refused): void {
    switch (message[0]) {
      case "store_status":
        return this.store.set(message[1]);
      case "not_stored":
        return this.notStored.set([...this.notStored.get(), message]);
      case "notification":
        return this.tell(message[1], message[2]);
      case "script_changed":
        return this.scriptChanged.set(true);
      case "themed":
        return this.facts.set({ ...this.facts.get(), theme: message[1] });
      case "refused":
        return this.reason.set(message[1]);
    }
  }
}
