// A greeting gets one back before anything else is said.

const answers: readonly [RegExp, string][] = [
  [/おは|お早|早う/, 'おはようございます。'],
  [/ばん[はわ]|今晩/, 'こんばんは。'],
  [/お?疲れ|おつかれ|おつ|ご苦労|ごくろう/, 'お疲れさまです。'],
  [/世話|せわ/, 'お世話になっております。'],
  [/はじめまして|初め|はじめて/, 'はじめまして。'],
  [/久しぶり|ひさしぶり|無沙汰/, 'お久しぶりです。'],
];

/** What is said back to the words of a greeting. */
export function greetingBack(words: string): string {
  return answers.find(([said]) => said.test(words))?.[1] ?? 'こんにちは。';
}
