// Questions of their own: help, what lags, what nobody has recorded, 根拠, 履歴.
import { findAll, type Parser } from '../finding.ts';

/** A greeting or thanks and nothing else. */
const greeting =
  /^(?:(?:@?hakaru|はかる|ハカル)(?:さん)?、?\s?)?(?:こんにち[はわ]|こんばん[はわ]|おはよう(?:ございます)?|(?:どうも|いつも)?(?:、)?(?:ありがとう(?:ございま(?:す|した))?(?:。|!)?|有難う(?:ございます)?|助かりま(?:す|した))|どうも|お疲れ(?:様|さま)?(?:です|でした)?|おつかれ(?:さま|様)?(?:です|でした)?|お世話になっ(?:て(?:い|お)?ります|てます)|(?:はじめ|初め)まして|よろしく(?:お願いします|お願いいたします|です)?|すみません|もしもし|やあ|ねえ|テスト(?:です)?|てすと|了解(?:です|しました)?|承知(?:しました)?|わかりました|なるほど|ok|はい|hi|hello|hey|thanks?(?: you)?|test|[笑w]+)[。!~ー\s]*$/;

export const parseSpecials: Parser = (text, { command }) => {
  const trimmed = text.replace(/[。?!\s]+$/, '');
  if (
    trimmed === '' ||
    /^(?:ヘルプ|へるぷ|help|使い方(?:は|を教えて(?:ください)?)?|つかいかた|何ができる(?:の|んですか|の?ですか)?|できること|\?)$/.test(
      trimmed,
    )
  )
    return [{ meaning: { is: 'special', special: 'help' }, at: 0, text, weight: 3 }];
  if (greeting.test(trimmed))
    return [{ meaning: { is: 'special', special: 'greeting' }, at: 0, text, weight: 3 }];
  const aboutProjects = /事業/.test(text) && !/kpi|指標/.test(text);
  const evaluated = /評価/.test(text.replace(/行政評価/g, '')) || command === 'jigyo' || aboutProjects;
  return [
    ...(evaluated
      ? []
      : findAll(
          text,
          /(?:進捗(?:が|の)|達成(?:が|の))?(?<!やや)遅れ(?:て(?:い)?る|が出て(?:い)?る|気味の?)?(?:もの|一覧)?|(?:要)?注意(?:が必要な|の)?(?=kpi|指標)|遅延(?:して(?:い)?る)?|うまくいって(?:い)?ない|芳しくない/g,
          () => ({
            is: 'special',
            special: 'lagging',
          }),
        )),
    ...findAll(
      text,
      /実績(?:値)?(?:が|の|を)?(?:まだ)?(?:未登録|未入力|未記入|登録(?:され)?(?:て)?(?:い)?な(?:い|し)|入(?:って|力して|力されて)(?:い)?な(?:い|し)|出て(?:い)?ない|入力待ち|報告されて(?:い)?ない)(?:の)?|未登録(?:の)?|誰も実績を\S+ない/g,
      () => ({ is: 'special', special: 'unrecorded' }),
    ),
    ...findAll(
      text,
      /(?:判定|評価)?(?:の)?根拠(?:は|を)?|(?:判定|評価)の理由|なぜ(?:その|この)?(?:判定|遅れ|順調|注意)|どうしてその判定/g,
      () => ({
        is: 'special',
        special: 'basis',
      }),
    ),
    ...findAll(text, /(?:実績の|入力の|登録の|変更)?履歴(?:は|を)?/g, () => ({
      is: 'special',
      special: 'history',
    })),
  ];
};
