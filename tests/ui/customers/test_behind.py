"""Behind each kind of entry stands what it was for, in sentences."""

from loyaltydesk.model.purchases import Asked, Basket, Line, RewardWish


def cells(section, row):
    model = section.table.rows_model
    return [model.index(row, column).data() for column in range(model.columnCount())]


def reasons(statement, row=0):
    statement.table.selectRow(row)
    return statement.reasons


def test_points_used_as_money_and_for_rewards_are_told_apart(statement, anna, desk, session):
    basket = Basket((Line(2000),), customer=anna, redeem_points=100, rewards=(RewardWish("coffee"),))
    session.do(lambda desk: desk.till.record(basket))
    kinds = {cells(statement, row)[1]: reasons(statement, row) for row in range(3)}
    assert "€1.00 were paid with points" in kinds["Points used as money"]
    assert "Free coffee × 1: 50 points" in kinds["Points for a reward"]
    assert "for €19.00" in kinds["Points for a purchase"]


def test_a_return_tells_what_came_back_and_what_was_paid_out(statement, anna, desk, session):
    bought = desk.customers.purchases(anna)[0]
    session.do(lambda desk: desk.till.bring_back(bought, Asked(amount=2000)))
    assert "Goods for €20.00 were brought back.\n€20.00 were paid out." in reasons(statement)
    session.do(lambda desk: desk.till.bring_back(desk.till.purchase(bought.id), Asked(voids=True)))
    assert "The purchase was taken back." in reasons(statement)


def test_a_forgotten_card_is_told(statement, anna, desk, session):
    desk.till.record(Basket((Line(1000),)))
    session.do(lambda desk: desk.till.attach(desk.till.newest(1)[0], customer=anna))
    assert "The card was forgotten at the till" in reasons(statement)


def test_a_voucher_tells_its_code_and_that_it_was_cancelled(statement, anna, desk, session):
    voucher = desk.customers.vouchers(anna)[0]
    assert "Free coffee" in reasons(statement)
    session.do(lambda desk: desk.rewards.cancel(voucher.code))
    assert "A voucher was cancelled, and its points came back." in reasons(statement)


def test_points_that_ended_say_so(statement, desk, clock, session):
    clock.to("2027-06-01T09:00:00")
    session.do(lambda desk: desk.upkeep.day())
    assert cells(statement, 0)[1] == "Points that ended"
    assert "The last day on which these points could be spent is over." in reasons(statement)


def test_an_approved_change_names_who_approved_it(statement, anna, session):
    session.do(lambda desk: desk.customers.adjust(anna, 5, reason="x", approved_by="Ilze"))
    assert "Approved by Ilze" in reasons(statement)
