import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";

import { openPage } from "../../../test/page";
import { stubMedia } from "../../../test/screen";

// In a file of its own, as what is loaded stays so.
it("has the focus as soon as it is there, also the first time, when it is loaded", async () => {
  stubMedia();
  openPage();
  const focused: (Element | null)[] = [];
  const observer = new MutationObserver(() => {
    if (screen.queryByRole("menu")) focused.push(document.activeElement);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  await userEvent.click(screen.getByRole("button", { name: "Main menu" }));
  const first = await screen.findByRole("menuitemradio", { name: "System" });
  observer.disconnect();
  expect(focused[0]).toBe(first);
});
