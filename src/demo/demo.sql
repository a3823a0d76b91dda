-- demo_inbox_read: inbox_row -> -
update inbox set read_at = :read_at where at < :at and read_at = 0;
