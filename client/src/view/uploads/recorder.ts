/** Recorder: sound from a microphone, as WAV. */

import { wavOf } from "../../lib/wav";

/** Milliseconds between two pieces of what is heard. */
const EVERY = 250;

export class Recorder {
  readonly #recorder: MediaRecorder;
  readonly #stream: MediaStream;
  readonly #analyser: AnalyserNode;
  readonly #context: AudioContext;
  readonly #began = performance.now();
  readonly #samples = new Float32Array(new ArrayBuffer(4 * 1024));
  #parts: Blob[] = [];

  private constructor(stream: MediaStream) {
    this.#stream = stream;
    this.#context = new AudioContext();
    this.#analyser = this.#context.createAnalyser();
    this.#context.createMediaStreamSource(stream).connect(this.#analyser);
    this.#recorder = new MediaRecorder(stream);
    this.#recorder.ondataavailable = ({ data }) => this.#parts.push(data);
    this.#recorder.start(EVERY);
  }

  /** Begin to listen; asks the person whether it may. Rejects with a sentence for them. */
  static async begin(): Promise<Recorder> {
    return new Recorder(await streamOf({ audio: true }, "microphone"));
  }

  /** Seconds since it began. */
  get seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }

  /** How loud it is now, from 0 to 1. */
  get level(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return this.#samples.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  }

  /** End, and return what was heard, so many times a second; null for as often as it was. */
  async finish(rate: number | null): Promise<File> {
    if (this.#recorder.state !== "inactive")
      await new Promise((settle) => {
        this.#recorder.onstop = settle;
        this.#recorder.stop();
      });
    const heard = await new Blob(this.#parts).arrayBuffer();
    this.cancel();
    const sound = await decoded(heard, rate);
    const name = `${new Date().toISOString().slice(0, 16).replace(":", "-")}_audio.wav`;
    return new File([wavOf([mixed(sound)], sound.sampleRate)], name, { type: "audio/wav" });
  }

  /** End, and forget what was heard. */
  cancel(): void {
    this.#parts = [];
    if (this.#recorder.state !== "inactive") this.#recorder.stop();
    for (const track of this.#stream.getTracks()) track.stop();
    if (this.#context.state !== "closed") void this.#context.close();
  }
}

/** Return what a camera or microphone gives. Rejects with a sentence for the person. */
export async function streamOf(
  wanted: MediaStreamConstraints,
  what: "camera" | "microphone",
): Promise<MediaStream> {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  if (!mediaDevices)
    throw new Error(`The browser gives a page no ${what} that did not come by HTTPS.`);
  try {
    return await mediaDevices.getUserMedia(wanted);
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    throw new Error(PROBLEMS[name]?.(what) ?? `The ${what} could not be used.`, { cause: error });
  }
}

const PROBLEMS: Record<string, (what: string) => string> = {
  NotAllowedError: (what) =>
    `This page may not use the ${what}. Allow it in the browser's settings for this page.`,
  NotFoundError: (what) => `No ${what} was found.`,
  NotReadableError: (what) => `The ${what} is used by another program.`,
};

async function decoded(heard: ArrayBuffer, rate: number | null): Promise<AudioBuffer> {
  const context = rate === null ? new AudioContext() : new AudioContext({ sampleRate: rate });
  try {
    return await context.decodeAudioData(heard);
  } finally {
    void context.close();
  }
}

/** Return one channel of several. */
function mixed(sound: AudioBuffer): Float32Array {
  const [first = new Float32Array(), ...others] = Array.from(
    { length: sound.numberOfChannels },
    (_, channel) => sound.getChannelData(channel),
  );
  if (others.length === 0) return first;
  return first.map(
    (sample, at) =>
      others.reduce((sum, each) => sum + (each[at] ?? 0), sample) / (others.length + 1),
  );
}
