/** Select slider: an option, or a range of options, on a slider. */

import type { SelectSlider } from "../core/wire.gen";
import { type Choice, placeOf } from "../lib/options";
import { define } from "../view/define";
import { Line, plainText } from "../view/parts/markdown";
import { Track } from "../view/parts/track";

export default define<SelectSlider, Choice[]>(({ id, props, value, overrides, setValue }) => {
  const { options } = props;
  const last = options.length - 1;
  return (
    <Track
      id={id}
      props={props}
      places={value.map((each) => Math.max(0, placeOf(each, options)))}
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
