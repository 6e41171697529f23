/**
 * 调休: days off and working weekend days per year, as the State Council's office publishes them each November. 2027 is not
 * among them: a year that is missing is warned about and never guessed.
 */
const days = (month: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `${month}-${String(from + at).padStart(2, '0')}`);

export const DEFAULT_CALENDAR = {
  '2026': {
    holidays: [
      ...days('2026-01', 1, 3), // 元旦
      ...days('2026-02', 15, 23), // 春节
      ...days('2026-04', 4, 6), // 清明节
      ...days('2026-05', 1, 5), // 劳动节
      ...days('2026-06', 19, 21), // 端午节
      ...days('2026-09', 25, 27), // 中秋节
      ...days('2026-10', 1, 7), // 国庆节
    ],
    workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
};
