// What a measured process says of itself at its end.

export interface Spent {
  /** Greatest resident set, kilobytes. */
  peak: number;
  /** Processor time, milliseconds. */
  cpu: number;
}

/**
 * Code that gives a `Spent` as JSON inside the measured process. On Linux the kernel's `maxRSS` begins with what the
 * starting process held (seen 2026-11), so the high-water mark of the address space is asked where there is one.
 */
export const spentSoFar = `(() => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  let peak = maxRSS;
  try {
    peak = Number(/VmHWM:\\s+(\\d+)/.exec(process.getBuiltinModule('node:fs').readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {}
  return JSON.stringify({ peak, cpu: (userCPUTime + systemCPUTime) / 1000 });
})()`;
