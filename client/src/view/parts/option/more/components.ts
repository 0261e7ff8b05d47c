/** Components by which people change a chart, and what is drawn over it. */

import {
  AxisPointerComponent,
  BrushComponent,
  DataZoomComponent,
  GraphicComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TimelineComponent,
  ToolboxComponent,
  TransformComponent,
  VisualMapComponent,
} from "echarts/components";
import { use as add } from "echarts/core";
import {
  AxisBreak,
  LabelLayout,
  LegacyGridContainLabel,
  ScatterJitter,
  UniversalTransition,
} from "echarts/features";

export { areasIn, drawnOf } from "../areas";

add([
  AxisBreak,
  AxisPointerComponent,
  BrushComponent,
  DataZoomComponent,
  GraphicComponent,
  LabelLayout,
  LegacyGridContainLabel,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  ScatterJitter,
  TimelineComponent,
  ToolboxComponent,
  TransformComponent,
  UniversalTransition,
  VisualMapComponent,
]);
