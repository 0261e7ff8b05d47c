/** What belongs to what, and flows where. */

import {
  ChordChart,
  GraphChart,
  SankeyChart,
  SunburstChart,
  TreeChart,
  TreemapChart,
} from "echarts/charts";
import { ThumbnailComponent } from "echarts/components";
import { use as add } from "echarts/core";
import { LabelLayout } from "echarts/features";

add([
  ChordChart,
  GraphChart,
  LabelLayout,
  SankeyChart,
  SunburstChart,
  ThumbnailComponent,
  TreeChart,
  TreemapChart,
]);
