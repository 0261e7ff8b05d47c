/** Radio: one of several options, all of which are in sight. */

import { type MouseEvent, useId } from "react";

import type { Radio } from "../core/wire.gen";
import { type Choice, placeOf } from "../lib/options";
import { define } from "../view/define";
import { Mark } from "../view/parts/check";
import { Label } from "../view/parts/label";
import { InlineMarkdown } from "../view/parts/markdown";

export default define<Radio, Choice | null>(({ props, value, setValue }) => {
  const id = useId();
  const { options, captions, horizontal } = props;
  const disabled = props.disabled || options.length === 0;
  const chosen = value && placeOf(value, options);
  const draw = (text: string, at: number) => {
    const caption = captions[at] ? `${id}-${at}` : undefined;
    const about = { name: id, disabled, checked: at === chosen, "aria-describedby": caption };
    return (
      <div key={at}>
        <Mark type="radio" testId="stRadioOption" {...about} onChange={() => setValue([at, text])}>
          <InlineMarkdown source={text} />
        </Mark>
        {caption && (
          <div
            id={caption}
            className="st-mark-caption"
            data-testid="stRadioCaption"
            onClick={pressMark}
          >
            <div data-testid="stCaptionContainer">
              <InlineMarkdown source={captions[at]!} />
            </div>
          </div>
        )}
      </div>
    );
  };
  return (
    <div className="st-field stRadio" data-testid="stRadio">
      <Label props={{ ...props, disabled }} id={id} />
      <div
        className="st-marks"
        data-horizontal={horizontal}
        role="radiogroup"
        aria-labelledby={id}
        data-testid="stRadioGroup"
      >
        {options.length > 0 ? options.map(draw) : draw("No options to select.", 0)}
      </div>
    </div>
  );
});

/** Press the option that a caption stands below, unless it is a link in it that was pressed. */
function pressMark({ currentTarget, target }: MouseEvent) {
  const mark = currentTarget.previousElementSibling as HTMLElement;
  if (!(target as Element).closest("a")) mark.click();
}
