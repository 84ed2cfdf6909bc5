// The clock in the top bar: shows the playground's time and moves it.
import { $, now, send } from './here.js';

const clockFormat = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
/** An instant as `datetime-local` in Japan. */
const local = (instant) => new Date(instant.getTime() + 9 * 3600000).toISOString().slice(0, 16);

export function drawClock() {
  $('clock-now').textContent = clockFormat.format(now());
  if (!$('clock').open) $('clock-to').value = local(now());
}

const moveClock = async (instant) => {
  await send('clock', { to: instant.toISOString() });
  $('clock').open = false;
};
$('clock-form').addEventListener('submit', (event) => {
  event.preventDefault();
  moveClock(new Date(`${$('clock-to').value}:00+09:00`));
});
$('clock-hour').addEventListener('click', () => moveClock(new Date(now().getTime() + 3600000)));
$('clock-tuesday').addEventListener('click', () => {
  const japan = new Date(now().getTime() + 9 * 3600000);
  const days = (2 - japan.getUTCDay() + 7) % 7;
  const target = new Date(
    Date.UTC(japan.getUTCFullYear(), japan.getUTCMonth(), japan.getUTCDate() + days, 0, 0),
  );
  moveClock(target > now() ? target : new Date(target.getTime() + 7 * 86400000));
});

setInterval(drawClock, 5000);
