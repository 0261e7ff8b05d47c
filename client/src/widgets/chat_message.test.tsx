import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { componentOf, flaws } from "../../test/stage";
import type { ChatMessage } from "../core/wire.gen";
import chatMessage from "./chat_message";

const Shown = componentOf(chatMessage);
const stage = (props: Partial<ChatMessage> = {}) =>
  render(<Shown props={{ kind: "chat_message", name: "zoë", ...props }} />);
const avatar = () => document.querySelector<HTMLElement>(".st-avatar")!;

it("is a group with the name of who speaks", () => {
  stage();
  expect(screen.getByRole("group", { name: "Chat message from zoë" })).toBeDefined();
});

it.each<[Partial<ChatMessage>, string, string]>([
  [{ avatar: "user" }, "stChatMessageAvatarUser", ""],
  [{ avatar: "assistant" }, "stChatMessageAvatarAssistant", ""],
  [{ avatar: ":material/thumb_up:" }, "stChatMessageAvatarCustom", ""],
  [{ avatar: "🦖" }, "stChatMessageAvatarCustom", "🦖"],
  [{}, "stChatMessageAvatarCustom", "Z"],
  [{ name: " 👩‍🚀 crew" }, "stChatMessageAvatarCustom", "👩‍🚀"],
  [{ name: "" }, "stChatMessageAvatarCustom", ""],
  [{ avatar: "data:text/html,x" }, "stChatMessageAvatarCustom", "Z"],
])("%j is shown by %s %j", (props, testId, text) => {
  stage(props);
  expect(avatar().dataset.testid).toBe(testId);
  expect(avatar().textContent).toBe(text);
});

it("shows a picture, or a letter if it is not to be had", () => {
  stage({ avatar: "https://example.com/a.png" });
  const picture = screen.getByTestId<HTMLImageElement>("stChatMessageAvatarImage");
  expect(picture.src).toBe("https://example.com/a.png");
  fireEvent.error(picture);
  expect(avatar().textContent).toBe("Z");
});

it.each(["png", "jpeg", "gif", "webp", "x-icon", "svg+xml"])(
  "shows a file that is an image/%s",
  (kind) => {
    const address = `data:image/${kind};base64,AAAA`;
    stage({ avatar: address });
    expect(screen.getByTestId<HTMLImageElement>("stChatMessageAvatarImage").src).toBe(address);
  },
);

it.each(["user", "🦖", "https://example.com/a.png", null])(
  "has nothing that axe objects to with %s",
  async (avatar) => {
    stage({ avatar });
    expect(await flaws()).toEqual([]);
  },
);
