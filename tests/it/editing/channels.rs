//! Channels and their signs: proposed by name, following it until another is chosen, drawn in the channels lane.

use super::{map, touchpoint};
use std::sync::Arc;
use wayfarer::{
    editor::{Edit, TouchpointChange, named_channel, proposed_icon},
    map::*,
    scene::{Shape, View, layout},
};

fn web() -> ChannelId {
    ChannelId::parse("web").unwrap()
}

#[test]
fn a_name_proposes_its_sign_in_english_and_vietnamese() {
    use ChannelIcon::*;
    for (name, icon) in [
        ("Website", Web),
        ("Trang web", Web),
        ("Online shop", Web),
        ("Cửa hàng trực tuyến", Web),
        ("Mobile app", App),
        ("Ứng dụng", App),
        ("Shop in District 1", Shop),
        ("Cửa hàng", Shop),
        ("Siêu thị", Shop),
        ("Phone", Phone),
        ("Tổng đài 1900", Phone),
        ("Điện thoại", Phone),
        // Decomposed, as macOS writes it.
        ("Đie\u{302}\u{323}n thoa\u{323}i", Phone),
        ("E-mail", Email),
        ("Thư điện tử", Email),
        ("Letter by post", Post),
        ("Bưu điện", Post),
        ("Social", Social),
        ("Mạng xã hội", Social),
        ("Word of mouth", Person),
        ("Nhân viên tư vấn", Person),
        ("Chat", Chat),
        ("Facebook Messenger", Chat),
        ("Zalo", Chat),
        ("TV", Broadcast),
        ("Truyền hình", Broadcast),
        ("Newspaper", Print),
        ("Báo giấy", Print),
        ("Trade fair", Event),
        ("Hội chợ", Event),
        ("Courier", Delivery),
        ("Nhân viên giao hàng", Delivery),
        ("Kiosk", Kiosk),
        ("Máy tự phục vụ", Kiosk),
    ] {
        assert_eq!(proposed_icon(name), Some(icon), "{name}");
    }
    for name in ["", "Somewhere", "Webster", "Chatham", "Phonetics"] {
        assert_eq!(proposed_icon(name), None, "{name}");
    }
}

#[test]
fn the_sign_follows_the_name_until_another_is_chosen() {
    let insert = Edit::InsertChannel(Arc::new(named_channel(web(), "Website")));
    let rename = |name: &str| Edit::RenameChannel(web(), name.into());
    let icon = |edits: Vec<Edit>| Edit::All(edits).apply(&map("s: a")).unwrap().channel(web()).unwrap().icon;
    let choose = |icon| Edit::ChannelIcon(web(), icon);
    let insert = || insert.clone();
    assert_eq!(icon(vec![insert()]), Some(ChannelIcon::Web));
    assert_eq!(icon(vec![insert(), rename("Cửa hàng")]), Some(ChannelIcon::Shop));
    assert_eq!(icon(vec![insert(), rename("Somewhere")]), None);
    assert_eq!(icon(vec![insert(), choose(Some(ChannelIcon::Kiosk)), rename("Shop")]), Some(ChannelIcon::Kiosk));
    assert_eq!(icon(vec![insert(), choose(None), rename("Shop")]), None);
    let nameless = Edit::InsertChannel(Arc::new(Channel::new(web(), "")));
    assert_eq!(icon(vec![nameless, rename("Phone")]), Some(ChannelIcon::Phone));
}

#[test]
fn the_sign_stands_beside_the_name_and_equal_cells_are_one() {
    let runs_through = |id: &str| Edit::Touchpoint(touchpoint(id), TouchpointChange::Channels(vec![web()]));
    let edits = |icon| {
        let channel = Channel { icon, ..Channel::new(web(), "Website") };
        Edit::All(vec![Edit::InsertChannel(Arc::new(channel)), runs_through("a"), runs_through("b")])
    };
    let scene = |icon| layout(&edits(icon).apply(&map("s: a b c")).unwrap(), &View::default());
    let [with, without] = [Some(ChannelIcon::Web), None].map(scene);
    let at = with.lanes().iter().position(|row| row.kind == LaneKind::Channels).unwrap();
    let cell = |scene: &wayfarer::scene::Scene, column: usize| Arc::clone(&scene.columns()[column].cells[at]);
    let lines = |block: &wayfarer::scene::Block| {
        block.shapes.iter().filter(|shape| matches!(shape, Shape::Path { stroke: Some(_), .. })).count()
    };
    assert_eq!((lines(&cell(&with, 0)), lines(&cell(&without, 0))), (1, 0));
    assert!(Arc::ptr_eq(&cell(&with, 0), &cell(&with, 1)), "thousands of touchpoints share a few cells");
    assert!(cell(&with, 2).shapes.is_empty());
}
