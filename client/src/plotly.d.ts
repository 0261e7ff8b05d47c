/** The builds of Plotly, which have no types of their own. */

declare module "plotly.js-basic-dist-min" {
  const plotly: unknown;
  export default plotly;
}
declare module "plotly.js-cartesian-dist-min" {
  const plotly: unknown;
  export default plotly;
}
declare module "plotly.js-strict-dist-min" {
  const plotly: unknown;
  export default plotly;
}
