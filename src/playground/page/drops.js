// Files dropped on the page are sent to where the person is, with what stands in the message field.
import { $, here, toast, ui } from './here.js';

/** Sends one file as the chosen person. */
async function sendFile(file) {
  const text = $('composer-text').value;
  const query = new URLSearchParams({
    as: ui.as,
    channel: ui.channel,
    name: file.name,
    text,
    thread: ui.thread,
  });
  here.following = Date.now() + 10_000;
  const response = await fetch(`/page/upload?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => null);
  if (!response?.ok) return toast('ファイルを送れませんでした（50MBまで）。');
  $('composer-text').value = '';
}

/** Wires the whole page. */
export function takeDrops() {
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', async (event) => {
    event.preventDefault();
    for (const file of event.dataTransfer?.files ?? []) await sendFile(file);
  });
}
