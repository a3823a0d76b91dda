故事 需求走到形式审查   8.1.a 8.1.b 8.2.a 8.2.c 8.2.d 8.3.a 8.a
照常 fixtures/bids.story
