/** Text: shown as it is, with its spaces and line breaks. */

import "./text.css";

import type { Text } from "../core/wire.gen";
import { define } from "../view/define";
import { Help } from "../view/parts/help";

export default define<Text>(({ props }) => (
  <div
    className="stText"
    data-testid="stText"
    data-align={props.text_alignment}
    data-cut={!props.wrap || undefined}
  >
    {props.body}
    {props.help && (
      <>
        {" "}
        <Help label={props.body} help={props.help} />
      </>
    )}
  </div>
));
