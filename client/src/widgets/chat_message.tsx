/** Chat message: what one side of a conversation says, beside its picture. */

import "./chat_message.css";

import { useState } from "react";

import type { ChatMessage } from "../core/wire.gen";
import { define } from "../view/define";
import { Icon } from "../view/parts/icon";
import { safeImage } from "../view/parts/markdown/links";
import { sized } from "../view/parts/size";

const ROLES: Record<string, { icon: string; testId: string }> = {
  user: { icon: ":material/face:", testId: "stChatMessageAvatarUser" },
  assistant: { icon: ":material/smart_toy:", testId: "stChatMessageAvatarAssistant" },
};
const ADDRESS = /^(?:https?:\/\/|data:|_stcore\/media\/)/i;

export default define<ChatMessage>(
  ({ props, children }) => {
    const { className, style } = sized(props.width);
    return (
      <div className={`stLayoutWrapper${className}`} data-testid="stLayoutWrapper" style={style}>
        <div className="stChatMessage" data-testid="stChatMessage" data-avatar={props.avatar}>
          <Avatar name={props.name} avatar={props.avatar} />
          <div
            className="st-chat-content"
            data-testid="stChatMessageContent"
            role="group"
            aria-label={`Chat message from ${props.name || "nobody"}`}
          >
            <div className="stVerticalBlock" data-testid="stVerticalBlock">
              {children}
            </div>
          </div>
        </div>
      </div>
    );
  },
  { framed: false },
);

/** The picture says nothing that the name of the message does not say. */
function Avatar({ name, avatar }: Pick<ChatMessage, "name" | "avatar">) {
  const [broken, setBroken] = useState<string | null>(null);
  const isAddress = avatar !== null && ADDRESS.test(avatar);
  const address = isAddress && avatar !== broken ? safeImage(avatar) : null;
  if (address !== null) {
    return (
      <img
        className="st-avatar"
        data-testid="stChatMessageAvatarImage"
        src={address}
        alt=""
        onError={() => setBroken(avatar)}
      />
    );
  }
  const role = avatar === null ? undefined : ROLES[avatar];
  const [letter] = new Intl.Segmenter().segment(name.trim());
  return (
    <div
      className="st-avatar"
      data-testid={role?.testId ?? "stChatMessageAvatarCustom"}
      data-role={role && avatar}
      aria-hidden="true"
    >
      {avatar === null || isAddress ? (
        (letter?.segment.toLocaleUpperCase() ?? <Icon icon=":material/chat:" />)
      ) : (
        <Icon icon={role?.icon ?? avatar} />
      )}
    </div>
  );
}
