/**
 * Library: ECharts with what the charts of `st.line_chart` and its like need.
 *
 * It is loaded with the first of them. What others need beside comes in files of their own, which
 * `use` it: series and components that the library knows are known to all charts on a page.
 */

import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  DatasetComponent,
  DataZoomInsideComponent,
  GridComponent,
  TooltipComponent,
} from "echarts/components";
import { init, use as add } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

add([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  DatasetComponent,
  DataZoomInsideComponent,
  GridComponent,
  LineChart,
  ScatterChart,
  TooltipComponent,
]);

/** What is called of it; all of its names would be a good deal larger. */
export const echarts = { init };
