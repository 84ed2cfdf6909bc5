// Recording a result in the modal: live check, error at the field, before and after, confirmation, answers that change, undo, history.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumIsHere, type Visitor, visit } from './visitor.ts';

describe.skipIf(!chromiumIsHere())('recording in the page', () => {
  let here: Visitor;
  beforeAll(async () => {
    here = await visit();
  });
  afterAll(() => here?.leave());

  const kpi = '地域づくり活動への参加割合の増加';

  test('the modal opens from a KPI with its year chosen', async () => {
    await here.ask(`/kpi ${kpi}`);
    await here.answer(kpi).getByRole('button', { name: '実績を入力' }).click();
    const modal = await here.modal('実績を入力');
    await modal.getByText(kpi).first().waitFor();
    expect(await modal.getByLabel('年度').locator('option:checked').textContent()).toContain('令和7年度');
  });

  test('what cannot be read is told while typing, and at its field when sent', async () => {
    const modal = await here.modal('実績を入力');
    const value = modal.getByLabel(/^実績/);
    await value.fill('たくさん');
    await modal.getByText('⚠').first().waitFor();
    await modal.getByRole('button', { name: '登録' }).click();
    await expect.poll(() => value.getAttribute('aria-invalid')).toBe('true');
    expect(await modal.locator('.bk-error:visible').textContent()).not.toBe('');
  });

  test('the status before and after stands there before anything is saved', async () => {
    const modal = await here.modal('実績を入力');
    await modal.getByLabel(/^実績/).fill('５５％');
    await modal
      .getByText(/期限超過・実績未登録 → .*達成/)
      .first()
      .waitFor();
    await modal.getByLabel(/コメント/).fill('<!channel> *確定* <img src=x onerror="document.title=1">');
  });

  test('saving is confirmed in private, with what was typed', async () => {
    await here.page.locator('#modal-submit').click();
    const saved = here.answer('登録しました');
    await saved.getByText('あなただけに表示されています').waitFor();
    expect(await saved.textContent()).toContain('５５％');
    expect(await saved.textContent()).toContain('<!channel> *確定* <img src=x onerror="document.title=1">');
    expect(await here.page.locator('#messages img').count()).toBe(0);
  });

  test('the answer to everybody has changed', async () => {
    await here.actAs('田中 健（財政課）');
    await here.ask(`/kpi ${kpi}`);
    const answer = here.answer(kpi);
    await answer.getByText(/達成/).first().waitFor();
    expect(await answer.textContent()).toMatch(/実績 55%（R7）/);
    await here.actAs('佐藤 美咲（企画課）');
  });

  test('the history says who recorded what, and taking it back brings the old status', async () => {
    const saved = here.answer('登録しました');
    await saved.getByRole('button', { name: '履歴' }).click();
    await here.answer('履歴').getByText('佐藤 美咲').first().waitFor();
    await saved.getByRole('button', { name: '取り消す' }).click();
    await here.answer('取り消しました').getByText('期限超過・実績未登録').first().waitFor();
    await here.ask(`/kpi ${kpi}`);
    await expect.poll(() => here.answer('目標 50.0%').textContent()).toContain('実績 記載なし');
  });

  test('`/kpi 実績` offers the KPIs of the words, and Escape leaves without a trace', async () => {
    await here.ask('/kpi 実績 移住');
    const modal = await here.modal('実績を入力');
    await modal.getByLabel('KPI').waitFor();
    await here.page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
    expect(here.trouble()).toEqual([]);
  });
});
