/** Feedback: a rating by thumbs, faces or stars. */

import "./feedback.css";

import type { ReactNode } from "react";

import type { Feedback } from "../core/wire.gen";
import { define } from "../view/define";
import { Icon } from "../view/parts/icon";
import { useRoving } from "../view/roving";

/** A rating, what it is called, and its symbol. */
type Rating = [number, string, ReactNode];

const symbol = (name: string) => <Icon icon={`:material/${name}:`} />;

const STAR = (
  <svg viewBox="0 0 24 24" aria-hidden="true" className="st-star">
    <path d="M12 3.4l2.7 5.4 6 .9-4.3 4.2 1 6-5.4-2.9-5.4 2.9 1-6-4.3-4.2 6-.9z" />
  </svg>
);

const RATINGS: Record<Feedback["options"], Rating[]> = {
  thumbs: [
    [1, "Thumbs up", symbol("thumb_up")],
    [0, "Thumbs down", symbol("thumb_down")],
  ],
  faces: [
    [0, "Very dissatisfied", symbol("sentiment_sad")],
    [1, "Dissatisfied", symbol("sentiment_dissatisfied")],
    [2, "Neutral", symbol("sentiment_neutral")],
    [3, "Satisfied", symbol("sentiment_satisfied")],
    [4, "Very satisfied", symbol("sentiment_very_satisfied")],
  ],
  stars: [0, 1, 2, 3, 4].map((rating) => [rating, `${rating + 1} out of 5 stars`, STAR]),
};

export default define<Feedback, number | null>(({ props, value, setValue }) => {
  const { options, disabled } = props;
  const ratings = RATINGS[options];
  const chosen = ratings.findIndex(([rating]) => rating === value);
  // Arrows rate nothing: each rating sent on the way would count.
  const roving = useRoving({ count: ratings.length, first: Math.max(0, chosen), isRound: true });

  return (
    <div className="stFeedback" data-testid="stFeedback">
      <div
        role="radiogroup"
        aria-label="Feedback rating"
        aria-disabled={disabled || undefined}
        className="st-ratings"
        {...roving.group}
      >
        {ratings.map(([rating, label, sign], place) => {
          const isChosen = place === chosen;
          const isLit = isChosen || (options === "stars" && place < chosen);
          return (
            <button
              key={rating}
              type="button"
              role="radio"
              className="st-rating"
              data-testid={isLit ? "stFeedbackButtonActive" : "stFeedbackButton"}
              data-lit={isLit || undefined}
              aria-checked={isChosen}
              aria-label={label}
              title={label}
              disabled={disabled}
              {...roving.button(place)}
              onClick={() => setValue(isChosen ? null : rating)}
            >
              {sign}
            </button>
          );
        })}
      </div>
    </div>
  );
});
