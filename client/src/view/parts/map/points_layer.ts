/** Points layer: circles on a map, drawn from plain arrays: a million as well as ten. */

import type { CustomLayerInterface, Map as MapLibre } from "maplibre-gl";

import { across, AROUND, down } from "./degrees";
import type { Points } from "./points";
import { covers, MANY, padded, seen, type Reach } from "./seen";

/** The radius of a point in metres, and how small it is drawn at most, in pixels. */
export const USUAL = 100;
export const LEAST = 3;

const VERTEX = `#version 300 es
precision highp float;
layout(location = 0) in vec4 place;  // x and y, each as a coarse and a fine part
layout(location = 1) in float size;
layout(location = 2) in vec4 tint;
uniform vec4 centre;
uniform vec2 scale, pixel;
uniform float shift, metre, least;
uniform vec4 usual;
out vec2 spot;
out float radius;
out vec4 color;
void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2. - 1.;
  vec2 offset = (place.xy - centre.xy) + (place.zw - centre.zw) + vec2(shift, 0.);
  // A metre is longer on the map the farther it is from the equator.
  float stretch = cosh(3.14159265 * (1. - 2. * place.y));
  radius = max(size * metre * stretch, least);
  spot = corner * (radius + 1.);
  color = tint.a > 0. || tint.r > 0. ? tint : usual;
  gl_Position = vec4(offset * scale + spot * pixel, 0., 1.);
}`;

const FRAGMENT = `#version 300 es
precision highp float;
in vec2 spot;
in float radius;
in vec4 color;
out vec4 result;
void main() {
  float alpha = clamp(radius + .5 - length(spot), 0., 1.) * color.a;
  result = vec4(color.rgb * alpha, alpha);
}`;

export class PointsLayer implements CustomLayerInterface {
  readonly id = "points";
  readonly type = "custom";
  readonly renderingMode = "2d";

  /** The size of all points; of those of their own it is not asked. */
  size = USUAL;
  /** The colour of all, and of those that have none: red, green, blue, alpha, up to 1. */
  color: readonly number[] = [0, 0, 0, 1];

  /** Those that have a name, by their numbers from 2 on: as points have colours. */
  #named: readonly number[] = [];

  #points: Points | null = null;
  #isNew = false;
  /** x and y of each on the square, as a coarse and a fine part. */
  #places = new Float32Array();
  /** For where those that are drawn were chosen; null if they are all. */
  #reach: Reach | null = null;
  #count = 0;
  #map: MapLibre | null = null;
  #program: WebGLProgram | null = null;
  #array: WebGLVertexArrayObject | null = null;
  #buffers: WebGLBuffer[] = [];
  readonly #uniforms = new Map<string, WebGLUniformLocation | null>();

  /** Show these points. */
  show(points: Points): void {
    this.#points = points;
    this.#places = placesOf(points);
    this.#isNew = true;
    this.#map?.triggerRepaint();
  }

  /** Have other colours of those that have a name. */
  rename(named: readonly number[]): void {
    if (named.join() === this.#named.join()) return;
    this.#named = named;
    this.#isNew = true;
  }

  onAdd(map: MapLibre, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.#isNew = true;
    this.#program = programOf(gl);
    this.#uniforms.clear();
  }

  onRemove(_: MapLibre, gl: WebGL2RenderingContext): void {
    this.#release(gl);
    gl.deleteProgram(this.#program);
    this.#map = null;
  }

  render(gl: WebGL2RenderingContext): void {
    const map = this.#map;
    if (!map || !this.#points?.count || !this.#program) return;
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    const world = 512 * 2 ** map.getZoom();
    const centre = map.getCenter();
    const x = across(centre.lng);
    const y = down(centre.lat);
    const half = width / 2 / world;
    const [top, bottom] = [y - height / 2 / world, y + height / 2 / world];
    this.#choose(gl, { left: x - half, right: x + half, top, bottom, zoom: map.getZoom() });
    const [fineX, fineY] = [x - Math.fround(x), y - Math.fround(y)];
    gl.useProgram(this.#program);
    gl.bindVertexArray(this.#array);
    const at = (name: string) => this.#at(gl, name);
    gl.uniform4f(at("centre"), x, y, fineX, fineY);
    gl.uniform2f(at("scale"), (2 * world) / width, (-2 * world) / height);
    gl.uniform2f(at("pixel"), 2 / width, 2 / height);
    gl.uniform1f(at("metre"), world / AROUND);
    gl.uniform1f(at("least"), LEAST);
    const [red = 0, green = 0, blue = 0, alpha = 1] = this.color;
    gl.uniform4f(at("usual"), red, green, blue, alpha);
    if (!this.#points.sizes) gl.vertexAttrib1f(1, this.size);
    if (!this.#points.colors) gl.vertexAttrib4f(2, 0, 0, 0, 0);
    // The world lies beside itself where it is smaller than the map.
    for (let copy = Math.floor(x - half); copy <= Math.floor(x + half); copy++) {
      gl.uniform1f(at("shift"), copy);
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, this.#count);
    }
    gl.bindVertexArray(null);
  }

  #at(gl: WebGL2RenderingContext, name: string): WebGLUniformLocation | null {
    const known = this.#uniforms.get(name);
    if (known !== undefined) return known;
    const found = gl.getUniformLocation(this.#program!, name);
    this.#uniforms.set(name, found);
    return found;
  }

  /** Have in the buffers what can be seen in a view. */
  #choose(gl: WebGL2RenderingContext, view: Reach): void {
    const points = this.#points!;
    if (points.count <= MANY) {
      if (this.#isNew) this.#fill(gl, points, null);
    } else if (this.#isNew || !covers(this.#reach, view)) {
      this.#reach = padded(view);
      const { sizes } = points;
      const metre = (512 * 2 ** view.zoom) / AROUND;
      const isLarge = sizes && ((point: number) => sizes[point]! * metre > LEAST);
      this.#fill(gl, points, seen(this.#places, this.#reach, isLarge));
    }
    this.#isNew = false;
  }

  #fill(gl: WebGL2RenderingContext, points: Points, chosen: Uint32Array | null): void {
    const { sizes, colors } = points;
    this.#count = chosen?.length ?? points.count;
    this.#release(gl);
    this.#array = gl.createVertexArray();
    gl.bindVertexArray(this.#array);
    const put = (index: number, data: Float32Array | Uint32Array, parts: number, type: number) => {
      const buffer = gl.createBuffer();
      this.#buffers.push(buffer);
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      gl.bufferData(gl.ARRAY_BUFFER, data as ArrayBufferView<ArrayBuffer>, gl.STATIC_DRAW);
      gl.enableVertexAttribArray(index);
      gl.vertexAttribPointer(index, parts, type, type === gl.UNSIGNED_BYTE, 0, 0);
      gl.vertexAttribDivisor(index, 1);
    };
    put(0, chosen ? placesAt(this.#places, chosen) : this.#places, 4, gl.FLOAT);
    const at = (place: number) => chosen?.[place] ?? place;
    const range = { length: this.#count };
    if (sizes)
      put(
        1,
        Float32Array.from(range, (_, place) => sizes[at(place)] || 0),
        1,
        gl.FLOAT,
      );
    if (colors)
      put(
        2,
        Uint32Array.from(range, (_, place) => tintOf(colors[at(place)]!, this.#named)),
        4,
        gl.UNSIGNED_BYTE,
      );
    gl.bindVertexArray(null);
  }

  #release(gl: WebGL2RenderingContext): void {
    for (const buffer of this.#buffers) gl.deleteBuffer(buffer);
    this.#buffers = [];
    gl.deleteVertexArray(this.#array);
    this.#array = null;
  }
}

/** Return the colour that a number stands for: it may be that of a name. */
export function tintOf(color: number, named: readonly number[]): number {
  return color >>> 24 ? color : (named[color - 2] ?? color);
}

function placesOf({ count, longitudes, latitudes }: Points): Float32Array<ArrayBuffer> {
  const places = new Float32Array(4 * count);
  for (let point = 0; point < count; point++) {
    const x = across(longitudes[point]!);
    const y = down(latitudes[point]!);
    const coarseX = Math.fround(x);
    const coarseY = Math.fround(y);
    places[4 * point] = coarseX;
    places[4 * point + 1] = coarseY;
    places[4 * point + 2] = x - coarseX;
    places[4 * point + 3] = y - coarseY;
  }
  return places;
}

function placesAt(places: Float32Array, chosen: Uint32Array): Float32Array {
  const some = new Float32Array(4 * chosen.length);
  chosen.forEach((point, place) => {
    for (let part = 0; part < 4; part++) some[4 * place + part] = places[4 * point + part]!;
  });
  return some;
}

function programOf(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(kind)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(`the points cannot be drawn: ${gl.getProgramInfoLog(program) ?? ""}`);
  return program;
}
