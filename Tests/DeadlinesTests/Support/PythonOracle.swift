import Foundation
import TestSupport
import Testing

/// Another implementation of the calendar, asked many questions in one run.
enum PythonOracle {
    /// The answer to each question, a line each.
    static func answers(to questions: [String]) throws -> [String] {
        let input = Data(questions.map { $0 + "\n" }.joined().utf8)
        let answers = try PythonProgram.lines(of: PythonOracle.program, input: input)
        try #require(answers.count == questions.count)
        return answers
    }

    private static let program = #"""
        import sys
        from datetime import date, datetime, timedelta, timezone
        from zoneinfo import ZoneInfo
        import holidays
        from dateutil.easter import easter
        from dateutil.relativedelta import relativedelta

        zone = ZoneInfo("Europe/Copenhagen")
        public = holidays.country_holidays("DK", years=range(1999, 2063))
        epoch = datetime(1970, 1, 1, tzinfo=timezone.utc)

        def milliseconds(instant):
            return (instant - epoch) // timedelta(milliseconds=1)

        def instant(text):
            return epoch + timedelta(milliseconds=int(text))

        def local_text(moment):
            return moment.astimezone(zone).isoformat(timespec="milliseconds")

        def working_day(day):
            return day.weekday() < 5 and day not in public

        def after_working_days(day, count):
            step = timedelta(days=1 if count >= 0 else -1)
            for _ in range(abs(count)):
                day += step
                while not working_day(day):
                    day += step
            return day

        answer = {
            "months": lambda day, n: date.fromisoformat(day) + relativedelta(months=int(n)),
            "days": lambda day, n: date.fromisoformat(day) + timedelta(days=int(n)),
            "weekday": lambda day: date.fromisoformat(day).strftime("%A").lower(),
            "easter": lambda year: easter(int(year)),
            "holiday": lambda day: date.fromisoformat(day) in public,
            "working-days": lambda day, n: after_working_days(date.fromisoformat(day), int(n)),
            "midnight": lambda day: milliseconds(
                datetime.fromisoformat(day).replace(tzinfo=zone).astimezone(timezone.utc)),
            "date-of": lambda text: instant(text).astimezone(zone).date(),
            "text-of": lambda text: local_text(instant(text)),
            "hours": lambda text, n: local_text(instant(text) + timedelta(hours=int(n))),
            "read": lambda text: milliseconds(datetime.fromisoformat(text)),
        }
        questions = sys.stdin.read().splitlines()
        for question in questions:
            name, *arguments = question.split(" ")
            print(answer[name](*arguments))
        """#
}
