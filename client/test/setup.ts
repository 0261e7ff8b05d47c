import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";

// What is loaded on first use takes its time on a machine that does other things.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

// Other files may have been in this window before.
vi.useRealTimers();
vi.unstubAllGlobals();
vi.restoreAllMocks();
localStorage.clear();
sessionStorage.clear();
history.replaceState(null, "", "/");
document.title = "";
document.head.replaceChildren();
document.body.replaceChildren();
for (const name of document.documentElement.getAttributeNames()) {
  document.documentElement.removeAttribute(name);
}

// jsdom has dialogs, but no way to open and close them.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
};
