/** What draws in SVG. */

import { use as add } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

add([SVGRenderer]);
