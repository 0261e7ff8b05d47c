import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// What is loaded on first use takes its time on a machine that does other things.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

// jsdom has dialogs, but no way to open and close them.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
};
