/** Waveform: how loud a sound is, as bars. */

import "./waveform.css";

interface WaveformProps {
  levels: readonly number[];
  /** How many bars there is room for. */
  count?: number;
  /** How much of it was played, from 0 to 1. */
  played?: number;
  testId?: string;
}

/** Draw the bars. */
export function Waveform({ levels, count = 60, played = 0, testId }: WaveformProps) {
  return (
    <svg
      className="st-waveform"
      data-testid={testId}
      viewBox={`0 0 ${count * 4} 32`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {levels.slice(-count).map((level, index) => {
        const height = Math.max(2, Math.min(1, level * 1.5) * 30);
        return (
          <rect
            key={index}
            data-played={index / count < played || undefined}
            x={index * 4 + 1}
            y={16 - height / 2}
            width={2}
            height={height}
            rx={1}
          />
        );
      })}
    </svg>
  );
}
