/** Metric: a number that matters, and how it has changed. */

import "./metric.css";

import { useId } from "react";

import type { Metric } from "../core/wire.gen";
import { formatNumber } from "../lib/numbers";
import { isNumeric } from "../lib/printf";
import { define } from "../view/define";
import { Help } from "../view/parts/help";
import { Icon } from "../view/parts/icon";
import { InlineMarkdown } from "../view/parts/markdown";
import { Sparkline } from "../view/parts/sparkline";

const ARROWS = { up: "M12 19V5M6 11l6-6 6 6", down: "M12 5v14M6 13l6 6 6-6" };
const TEST_IDS = { up: "stMetricDeltaIcon-Up", down: "stMetricDeltaIcon-Down" };

export default define<Metric>(({ props }) => {
  const { label, label_visibility: visibility, help, icon, format, color, chart_data } = props;
  const { delta, arrow, delta_description: description } = props;
  const id = useId();
  return (
    <div
      className="stMetric"
      data-testid="stMetric"
      role="group"
      aria-labelledby={id}
      data-border={props.border || undefined}
      data-color={color}
      data-height={typeof props.height === "number" ? "fixed" : props.height}
      style={typeof props.height === "number" ? { height: props.height } : undefined}
    >
      <div className="st-metric-label" data-testid="stMetricLabel" data-visibility={visibility}>
        {visibility === "visible" && icon && <Icon icon={icon} testId="stMetricIcon" />}
        <span id={id} className={visibility === "visible" ? "st-line" : "st-hidden"}>
          <InlineMarkdown source={label} />
        </span>
        {visibility === "visible" && help && <Help label={label} help={help} />}
      </div>
      <div className="st-metric-value" data-testid="stMetricValue">
        <InlineMarkdown source={written(props.value, format)} />
      </div>
      {(delta || description) && (
        <div className="st-metric-change">
          {delta && (
            <div className="st-metric-delta" data-testid="stMetricDelta">
              {arrow && (
                <svg
                  viewBox="0 0 24 24"
                  role="img"
                  aria-label={arrow}
                  data-testid={TEST_IDS[arrow]}
                >
                  <path d={ARROWS[arrow]} />
                </svg>
              )}
              <InlineMarkdown source={written(delta, format)} />
            </div>
          )}
          {description && (
            <div className="st-metric-description" data-testid="stMetricDeltaDescription">
              <InlineMarkdown source={description} />
            </div>
          )}
        </div>
      )}
      {chart_data.length > 0 && (
        <div className="st-metric-chart" data-testid="stMetricChart">
          <Sparkline
            values={chart_data}
            type={props.chart_type}
            label={label}
            write={(value) => formatNumber(value, format ?? "localized")}
          />
        </div>
      )}
    </div>
  );
});

/** A number is written as the script says, other text as it is. */
function written(text: string, format: string | null): string {
  return format && isNumeric(text) ? formatNumber(Number(text), format) : text;
}
