/** Html: HTML of the script's own, in the page. */

import "./html.css";

import { useLayoutEffect, useRef, useState } from "react";
import type { Html } from "../core/wire.gen";
import { define } from "../view/define";
import { put } from "../view/parts/html";

export default define<Html>(({ props }) => <Content {...props} />);

function Content({ body, unsafe_allow_javascript: runs }: Html) {
  const box = useRef<HTMLDivElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  const [refused, setRefused] = useState<string[]>([]);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    setRefused([]);
    const refuse = (address: string) => setRefused((earlier) => [...earlier, address]);
    const takeAway = put(current, body, runs ? refuse : null);
    setEmpty(current.childNodes.length === 0);
    return takeAway;
  }, [body, runs]);
  return (
    <>
      <div ref={box} className="stHtml" data-testid="stHtml" data-empty={isEmpty || undefined} />
      {refused.map((address, index) => (
        <p key={index} className="st-html-refused" role="alert">
          The script {address} cannot be loaded: the page runs scripts of the app only. Put its text
          into the HTML, or show the HTML by <code>st.iframe</code>.
        </p>
      ))}
    </>
  );
}
