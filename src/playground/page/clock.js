// The clock in the top bar: shows the playground's time and moves it.
import { $, now, send, timeFormat } from './here.js';

const clockFormat = timeFormat({ month: 'numeric', day: 'numeric', weekday: 'short' });
const hour = 3_600_000;
/** An instant whose UTC fields are those of the clock in Japan. */
const japan = (instant) => new Date(instant.getTime() + 9 * hour);

export function drawClock() {
  $('clock-now').textContent = clockFormat.format(now());
  if (!$('clock').open) $('clock-to').value = japan(now()).toISOString().slice(0, 16);
}

async function moveClock(instant) {
  await send('clock', { to: new Date(instant).toISOString() });
  $('clock').open = false;
}
$('clock-form').addEventListener('submit', (event) => {
  event.preventDefault();
  moveClock(`${$('clock-to').value}:00+09:00`);
});
$('clock-hour').addEventListener('click', () => moveClock(now().getTime() + hour));
$('clock-tuesday').addEventListener('click', () => {
  const today = japan(now());
  // Nine in Japan is midnight of the same day in UTC.
  const tuesday = today.setUTCHours(0, 0, 0, 0) + ((2 - today.getUTCDay() + 7) % 7) * 24 * hour;
  moveClock(tuesday > now().getTime() ? tuesday : tuesday + 7 * 24 * hour);
});
setInterval(drawClock, 5000);
