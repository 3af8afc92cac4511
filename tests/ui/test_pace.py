"""Frames are held back where a link is slow, and never where a terminal does not answer."""

from __future__ import annotations

from variorum.ui.terminal.pace import Pace


def hold_a_key(pace: Pace, *, delay: float, rate: float, frame: int) -> tuple[int, float]:
    """Start, read a while, then hold a key for four seconds; returns frames sent and the longest queue in seconds."""
    now, free_at, sent, worst = 0.0, 0.0, 0, 0.0
    answers: list[float] = []

    def send(size: int) -> None:
        nonlocal free_at
        pace.sent(size, now)
        free_at = max(free_at, now) + size / rate
        answers.append(free_at + delay)

    send(4)
    send(5000)
    while now < 8:
        now += 1 / 300
        while answers and answers[0] <= now:
            pace.answered(answers.pop(0))
        if 4 < now < 7.99 and round(now * 300) % 10 == 0 and pace.wait(now) == 0:
            send(frame)
            sent += 1
            worst = max(worst, free_at - now)
    return sent, worst


def test_a_slow_link_keeps_a_short_queue() -> None:
    pace = Pace()
    sent, worst = hold_a_key(pace, delay=0.2, rate=8000, frame=1000)
    assert sent >= 20, "the link is used"
    assert worst < 0.3, "what waits in front of the slow hop is two frames at the most"
    assert pace.rate is not None
    assert 6000 < pace.rate < 10000


def test_a_fast_link_is_never_waited_for() -> None:
    sent, _ = hold_a_key(Pace(), delay=0.0005, rate=50e6, frame=2000)
    assert sent == 120, "every press of 30 a second for 4 seconds"


def test_a_terminal_that_never_answers_is_not_waited_for_and_soon_not_asked() -> None:
    pace = Pace()
    for n in range(20):
        assert pace.wait(n / 30) == 0
        pace.sent(3000, n / 30)
    assert not pace.asks


def test_an_answer_that_is_lost_costs_seconds_not_the_session() -> None:
    pace = Pace()
    pace.sent(100, 0.0)
    pace.answered(0.05)
    pace.sent(10_000, 1.0)
    assert 0 < pace.wait(1.1) < 3
    assert pace.wait(4.1) == 0
