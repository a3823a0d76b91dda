故事 正在受理揭榜，两家单位已经申报
照常 main.story 到 bid.open
今天 2026-02-10
照常 fixtures/bid_one.story
今天 2026-02-25
照常 fixtures/bid_two.story
