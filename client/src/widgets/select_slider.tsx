/** Select slider: an option, or a range of options, on a slider. */

import type { SelectSlider } from "../core/wire.gen";
import { define } from "../view/define";
import { Line, plainText } from "../view/parts/markdown";
import { Track } from "../view/parts/track";

type Choice = [number, string];

export default define<SelectSlider, Choice[]>(({ props, value, overrides, setValue }) => {
  const { options } = props;
  const last = options.length - 1;
  return (
    <Track
      props={props}
      places={value.map((each) => placeOf(each, options))}
      overrides={overrides}
      low={0}
      high={last}
      step={1}
      largeStep={Math.max(1, Math.round(last / 10))}
      snap={Math.round}
      textOf={(place) => plainText(options[place]!)}
      show={(place) => <Line source={options[place]!} />}
      send={(places) => setValue(places.map((place) => [place, options[place]!]))}
    />
  );
});

/** The options may have moved since the choice was made. */
function placeOf([place, text]: Choice, options: string[]): number {
  return options[place] === text ? place : Math.max(0, options.indexOf(text));
}
